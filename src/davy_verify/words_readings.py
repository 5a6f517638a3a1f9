"""What the findings about readings of instruments mean, in Chinese first."""

from __future__ import annotations

__all__ = ["READINGS"]

READINGS = {
    "readings_unreadable": (
        "读数的封存或检测仪的绑定读不出来：{why}",
        "seals of readings, or whom instruments served, cannot be read: {why}",
    ),
    "readings_unnamed": (
        "读数文件没有对应的封存，或那时不为包内作业票监测：{file}",
        "no seal names these readings, or the instrument served no permit of the bundle then: {file}",
    ),
    "readings_false": (
        "读数与封存不符：{file}：{why}",
        "these readings are not those that were sealed: {file}: {why}",
    ),
    "readings_whole": (
        "检测仪 {serial}：{first} 至 {last} 的 {count} 条读数与封存一致，不多不少（{hours} 个小时）",
        "instrument {serial}: all {count} readings of {hours} hours, {first} to {last}, are those sealed",
    ),
    "readings_late": (
        "检测仪 {serial}：其中 {count} 条在该小时封存之后才到，另行封存",
        "instrument {serial}: {count} of them came after their hour was sealed and have a later seal",
    ),
    "readings_left_out": (
        "检测仪 {serial}：{first} 至 {last} 封存的 {count} 条读数不在包内：多票的包太大时不附，请单独导出",
        "instrument {serial}: {count} sealed readings, {first} to {last}, are not here: export that permit",
    ),
    "readings_past": (
        (
            "检测仪 {serial}：{first} 至 {last} 封存的 {count} 条读数不在包内，"
            "已过 30 天，可能到期清除，封存还在"
        ),
        "instrument {serial}: {count} sealed readings, {first} to {last}, older than 30 days, are not here",
    ),
    "readings_not_yet": (
        "检测仪 {serial}：最近 {count} 个小时的读数取包时还没有封存，不在包内",
        "instrument {serial}: the last {count} hours were not sealed when the bundle was made; not in it",
    ),
    "readings_none": (
        "检测仪 {serial}：监测期间有 {count} 个小时没有封存任何读数：没有收到，或封存前就没有了",
        "instrument {serial}: nothing was sealed for {count} hours: it told nothing, or it was gone before",
    ),
    "readings_of_whom": (
        "包内有读数的封存，但没有检测仪的绑定记录：哪些读数属于哪张票没有证明",
        "seals of readings are here, but no record of whom the instruments served",
    ),
    "readings_bounds": (
        "读数自封存后未增删改；封存以前（最长约 75 分钟）的改动看不出；读数是仪器所报，不等于空气如此",
        "readings stand as sealed, up to 75 minutes after they came; they are what an instrument told",
    ),
}
