"""What thinks: one module a kind of model, all behind the interface in `base`."""
