"""What payments, purchases and visits say: RFM, staying and leaving, figures of success."""
