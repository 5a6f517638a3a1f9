"""Sites, areas, work points, equipment, the plan and the calendar: where work is, and when it is special."""
