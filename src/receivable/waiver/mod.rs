//! Waivers: who may let off what (减免).
