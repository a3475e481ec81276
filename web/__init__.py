"""Everything that speaks HTTP beside the live socket: the guard, the addresses of the doors, the interface for programs."""
