//! Periodic schedules: dates at regular distances, with stubs (期次).
