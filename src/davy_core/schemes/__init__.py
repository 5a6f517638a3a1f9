"""作业方案: a written plan of a job by sections, reviewed with annotations, approved version by version
(GB 30871-2022 5.4.2, 9.2.1, 9.2.2)."""
