"""The work of a firm in the plant: its permits as the firm reads them."""
