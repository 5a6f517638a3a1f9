"""A plant of gateways and instruments that speaks real MQTT. Scenarios are data; one seed, the same bytes."""
