//! Instalments: one total in several parts with dates of their own (分期).
