"""Everything that speaks HTTP beside the live socket: guard, doors, and the interface for programs."""
