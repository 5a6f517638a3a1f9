"""The ledger 人–证–岗–周期 as it is read and entered: sealed parts, health, trainings, restrictions,
history."""
