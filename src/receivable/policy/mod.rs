//! The receivables policy as a whole, and how it is carried out (应收账款管理办法).
