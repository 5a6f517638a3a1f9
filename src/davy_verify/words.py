"""What the findings mean, in Chinese first. Each sentence takes the names of its finding."""

from __future__ import annotations

from davy_verify.finding import BROKEN, OPEN, PROVEN, TOLD, Finding
from davy_verify.words_kinds import KINDS
from davy_verify.words_readings import READINGS
from davy_verify.words_signatures import SIGNATURES

__all__ = ["MARKS", "SAYS", "said", "verdict"]

MARKS = {
    PROVEN: {"zh": "已证明", "en": "proven"},
    OPEN: {"zh": "未证明", "en": "open"},
    BROKEN: {"zh": "不成立", "en": "BROKEN"},
    TOLD: {"zh": "说明", "en": "note"},
}

_LONGEST = 300

SAYS = {
    "no_bundle": ("打不开这个证据包：{why}", "this is no bundle that can be opened: {why}"),
    "no_manifest": ("证据包没有可读的签名清单", "the bundle has no readable signed manifest"),
    "manifest_not_signed": ("清单的签名不成立：{why}", "the manifest is not signed by this key: {why}"),
    "key_from_bundle": (
        "公钥来自证据包本身，不能证明是哪家企业的。请用纸面或官网公布的公钥核对：{key}",
        "the key comes from the bundle itself; hold it against the one published: {key}",
    ),
    "key_differs": ("包内公钥与给定的公钥不同：{key}", "the bundle's key is not the one given: {key}"),
    "key_followed": (
        "给定的公钥已换过 {count} 次，每次都由旧公钥签名移交；现用公钥：{key}",
        "the key given was followed {count} times, each signed over by the one before; now in force: {key}",
    ),
    "log_restarted": (
        "旧日志（{ended} 条）在 {at} 宣布终止，从第 {begins} 条另起，其间的已丢失；理由：{why}",
        "a log of {ended} entries was declared ended at {at}; it goes on from {begins}, the rest lost: {why}",
    ),
    "seen_was_ended": (
        "以前见过的检查点（{seen} 条）属于已宣布终止的旧日志，终止处以后的无法比对",
        "the checkpoint of {seen} entries seen before is of a log that was declared ended earlier",
    ),
    "key_known": ("由给定的公钥签名：{log}", "signed by the key given: {log}"),
    "file_twice": ("文件出现两次：{file}", "a file is there twice: {file}"),
    "file_added": ("清单以外多出文件：{file}", "a file that the manifest does not name: {file}"),
    "file_unknown": (
        "清单里有本程序不认识的文件，无法核验：{file}",
        "the manifest names a file that nothing here can check: {file}",
    ),
    "file_missing": ("缺少文件：{file}", "a file is missing: {file}"),
    "file_changed": ("文件被改动：{file}", "a file was changed: {file}"),
    "files_whole": (
        "{count} 个文件与 {made_at} 签名时一致",
        "{count} files are as they were signed at {made_at}",
    ),
    "checkpoint_not_signed": ("日志检查点的签名不成立：{why}", "the log's checkpoint is not signed: {why}"),
    "checkpoint_signed": (
        "日志检查点有签名，共 {size} 条",
        "the log's checkpoint of {size} entries is signed",
    ),
    "entries_all": (
        "日志的 {count} 条全部在包内，与签名的检查点一致",
        "all {count} entries of the log are here and make the signed checkpoint",
    ),
    "entries_not_all": (
        "包内没有日志的全部 {size} 条，不能证明记录没有被截去末尾或另起一份",
        "not all {size} entries of the log are here: a record cut short or begun anew would not be seen",
    ),
    "entries_not_the_log": (
        "包内的 {count} 条日志不是检查点签名的 {size} 条",
        "the {count} entries in the bundle are not the {size} that the checkpoint signs",
    ),
    "entries_unreadable": ("日志条目读不出来：{why}", "the entries of the log cannot be read: {why}"),
    "seen_not_signed": (
        "给定的检查点不是这个日志签名的：{why}",
        "the checkpoint given is not signed by this log: {why}",
    ),
    "seen_is_prefix": (
        "以前见过的检查点（{seen} 条）与本日志（共 {size} 条）一致",
        "the checkpoint of {seen} entries seen before is the beginning of this log of {size}",
    ),
    "seen_is_newer": (
        "以前见过的检查点（{seen} 条）比证据包（{size} 条）新，无法比对；请索取新的证据包",
        "the checkpoint seen has {seen} entries and the bundle {size}: ask for a newer bundle",
    ),
    "seen_not_proved": (
        "无法证明本日志（{size} 条）由以前见过的检查点（{seen} 条）增长而来",
        "that this log of {size} grew out of the {seen} entries seen before is not proven",
    ),
    "two_logs": (
        "以前见过的检查点（{seen} 条）不是本日志（共 {size} 条）的开头：同一公钥签了两份日志",
        "what was seen before, {seen} entries, does not begin this log of {size}: one key signed two logs",
    ),
    "no_outside_view": (
        "没有给出以前见过的检查点（--checkpoint），不能发现企业用同一公钥另签一份日志",
        "no checkpoint seen before was given (--checkpoint): a second log by the same key is not seen",
    ),
    "no_streams": ("证据包里没有任何记录", "the bundle holds no record"),
    "stream_unreadable": ("{kind} {stream} 读不出来：{why}", "{kind} {stream} cannot be read: {why}"),
    "event_of_another": (
        "{kind} {stream} 第 {event} 条不属于它",
        "{kind} {stream}: event {event} is of another",
    ),
    "event_out_of_order": (
        "{kind} {stream} 第 {event} 条次序不对",
        "{kind} {stream}: event {event} is out of order",
    ),
    "entry_not_in_log": (
        "{kind} {stream} 的日志第 {entry} 条不在签名的日志里",
        "{kind} {stream}: entry {entry} is not in the log",
    ),
    "entry_out_of_order": (
        "{kind} {stream} 的日志第 {entry} 条不衔接",
        "{kind} {stream}: entry {entry} does not follow",
    ),
    "events_missing": (
        "{kind} {stream} 缺事件：日志第 {entry} 条记有 {events} 条",
        "{kind} {stream}: events are missing, entry {entry} tells of {events}",
    ),
    "events_rewritten": (
        "{kind} {stream} 第 {event} 条及以前被改写，与日志第 {entry} 条不符",
        "{kind} {stream}: what led to event {event} was rewritten, entry {entry} says otherwise",
    ),
    "entries_left_out": (
        "{kind} {stream} 在日志里有 {count} 条，包内只给出或另给出 {shown} 条：末尾被截去或另起一份",
        "{kind} {stream}: the log has {count} entries of it and {shown} fit: cut short, or begun anew",
    ),
    "stream_whole": (
        "{kind} {stream}：{events} 条事件完整，{first} 至 {last}",
        "{kind} {stream}: {events} events, whole, {first} to {last}",
    ),
    "events_not_in_log": (
        "{kind} {stream} 最后 {count} 条还没有进入签名的日志",
        "{kind} {stream}: the last {count} events are not in the signed log yet",
    ),
    "private_unreadable": (
        "{kind} {stream} 的姓名和文字读不出来：{why}",
        "{kind} {stream}: names and text are unreadable: {why}",
    ),
    "private_changed": (
        "{kind} {stream} 有 {count} 处姓名或文字被改动",
        "{kind} {stream}: {count} names or texts were changed",
    ),
    "private_whole": (
        "{kind} {stream} 的 {count} 处姓名和文字与事件一致",
        "{kind} {stream}: {count} names and texts fit their events",
    ),
    "private_erased": (
        "{kind} {stream} 有 {count} 处姓名或文字已依法删除，包内有删除记录，事件和哈希不变",
        "{kind} {stream}: {count} names or texts were erased, as a record in the bundle tells; hashes stand",
    ),
    "removed_by_period": (
        (
            "{kind} {stream} 到期清除：{at} 清除了姓名、文字和附件（保存期 {days} 天，{clause}），"
            "包内有记录，哈希不变"
        ),
        "{kind} {stream}: removed by retention on {at} after {days} days under {clause}; hashes stand",
    ),
    "removed_too_early": (
        "{kind} {stream} 于 {at} 按到期清除，但当时不满 {days} 天或一年（{clause}）：缺的没有交代",
        "{kind} {stream}: removed on {at}, before {days} days or a year ({clause}) were over: no account",
    ),
    "removed_unordered": (
        "{kind} {stream} 于 {at} 按到期清除，但包内没有人确认过，也没有人打开过每晚清除：缺的没有交代",
        "{kind} {stream}: removed on {at}, and nobody confirmed it or had switched the nights on: no account",
    ),
    "removed_ahead": (
        "{kind} {stream} 的删除或清除记录写着 {at}，晚于本机时钟：缺的没有交代",
        "{kind} {stream}: its erasure or removal says {at}, later than the clock here: no account",
    ),
    "erased_by_one": (
        "{kind} {stream} 于 {at} 的删除没有另一人的申请，或由本人申请、执行：缺的没有交代",
        "{kind} {stream}: erased on {at}, not asked by one and done by another, nor of a third: no account",
    ),
    "erased_too_early": (
        "{kind} {stream} 于 {at} 按人员删除，但当时离日志里它最后的事件不满一年：缺的没有交代",
        "{kind} {stream}: erased on {at}, within a year after the last event the log had of it: no account",
    ),
    "removal_false": (
        "{kind} {stream} 的清除记录不实：{why}",
        "{kind} {stream}: its removal is false: {why}",
    ),
    "attachments_erased": (
        "{count} 个附件已依法删除，包内有删除记录，事件里的哈希不变",
        "{count} attachments were erased on record; their hashes stand in the events",
    ),
    "private_withheld": (
        "{kind} {stream} 有 {count} 处姓名或文字未提供（按权限隐去），包内没有删除记录",
        "{kind} {stream}: {count} names or texts are withheld; no record tells of an erasure",
    ),
    "attachment_swapped": ("附件被调换：{file}", "an attachment was swapped: {file}"),
    "attachment_unnamed": ("附件没有事件提到：{file}", "no event names this attachment: {file}"),
    "attachments_whole": ("{count} 个附件与事件一致", "{count} attachments fit their events"),
    "attachments_withheld": (
        "事件提到的 {count} 个附件未提供",
        "{count} attachments that events name are withheld",
    ),
    **SIGNATURES,
    "gas_table_false": (
        "测量数据表与事件不符：{file}：{why}",
        "a table of measurements is not what the events say: {file}: {why}",
    ),
    "gas_table_missing": (
        "{kind} {stream} 的测量数据表未提供；数据仍在事件中",
        "{kind} {stream}: the table of measurements is not here; the events have them",
    ),
    "gas_tables_whole": (
        "{count} 份测量数据表与事件逐行一致",
        "{count} tables of measurements say row by row what the events say",
    ),
    **READINGS,
    "rules_false": ("规则文件不是事件所指的：{rules}", "these rules are not those that events name: {rules}"),
    "rules_missing": (
        "判定所依据的 {count} 份规则未提供",
        "{count} sets of rules that permits stood on are not here",
    ),
    "rules_whole": (
        "判定所依据的规则与事件一致：{packs}（{rules}）",
        "the rules that permits were judged by are those the events name: {packs} ({rules})",
    ),
    "papers_prove_nothing": (
        "{count} 份 PDF 只供阅读，本身不证明任何内容；以事件为准",
        "{count} PDFs are there to be read and prove nothing by themselves; what counts are the events",
    ),
    "papers_left_out": (
        (
            "{permits} 张票里，附了票面 PDF 的 {forms} 张，附了存证 PDF 的 {signed} 张；"
            "其余没有附，事件和证明都在"
        ),
        "of {permits} permits {forms} have their form and {signed} their signed PDF; all have their events",
    ),
    "no_papers": (
        "包内没有 PDF 票面（票多时不附；票面带姓名，无权查看姓名的人也不附）",
        "no printed form is in the bundle: there are none with many permits, or for who may not read names",
    ),
    "simulated": (
        "有 {count} 条记录是演示：人和时间都是编的",
        "{count} records are of a demonstration: people and times are made up",
    ),
    "not_the_truth": (
        "证明的是记录与签名的日志一致，不证明写下的是事实；有密钥的人可另写一份，只有外部留存的检查点能揭穿",
        "proven is that it fits the signed log; who has the key can write another: keep checkpoints outside",
    ),
    "outside_unreadable": (
        "外部证明（{size} 条）读不出来：{why}",
        "what outsiders vouched for at {size} entries cannot be read: {why}",
    ),
    "outside_not_signed": (
        "外部证明的检查点不是本日志签名的：{why}",
        "the checkpoint that outsiders vouched for is not signed by this log: {why}",
    ),
    "outside_not_prefix": (
        "外部证明的检查点（{size} 条）不是本日志的开头：同一公钥签了两份日志",
        "the {size} entries outsiders vouched for do not begin this log: one key signed two logs",
    ),
    "stamped": (
        "时间戳成立：日志前 {size} 条在 {at} 以前已经存在（签发：{whom}）",
        "the time stamp holds: the first {size} entries were there by {at} (stamped by {whom})",
    ),
    "stamp_false": (
        "时间戳不成立：{why}",
        "the time stamp does not hold: {why}",
    ),
    "stamp_kind_unknown": (
        "时间戳没有核对：它的签名算法这里不认（如 SM2、RSASSA-PSS），请用时间戳中心的工具核对",
        "the time stamp was not checked: signed in a way unknown here (SM2, RSASSA-PSS); ask its authority",
    ),
    "stamp_not_judged": (
        "包内有时间戳（自称 {at}），但没有说明信任谁（--tsa 根证书文件），未核验",
        "a time stamp is there (it says {at}), but nobody told me whom to trust (--tsa FILE): not checked",
    ),
    "no_stamp": (
        "给了时间戳根证书，但包内没有时间戳",
        "whom to trust for time was given, and the bundle has no time stamp",
    ),
    "events_not_stamped": (
        "有 {count} 条日志晚于时间戳，没有外部时间",
        "{count} entries came after the time stamp; nobody outside vouches for their time",
    ),
    "dated_after": (
        "{count} 条事件写的时间晚于 {at}，可那时的日志（{size} 条）里已有它们：时间不实",
        "{count} events tell of times after {at}, when the log of {size} had them: these times are false",
    ),
    "dated_before": (
        "{count} 条事件写着远早于 {at} 的记录时间，可那时的日志（{size} 条）里还没有它们",
        "{count} events say they were written long before {at}; the log of {size} had none of them then",
    ),
    "witnessed": (
        "见证方会签成立：日志前 {size} 条由 {count} 方见证（{who}）",
        "witnesses hold: the first {size} entries were signed by {count} ({who})",
    ),
    "too_few_witnesses": (
        "点名的见证方不够：需要 {needed} 方，同一状态只有 {count} 方会签（{who}）",
        "too few of the witnesses named: {needed} are needed, {count} signed one state ({who})",
    ),
    "witness_false": ("见证方签名不成立：{why}", "a witness's line does not hold: {why}"),
    "events_not_witnessed": (
        "有 {count} 条日志晚于见证方会签，没有见证",
        "{count} entries came after the witnesses signed; nobody witnessed them",
    ),
    "witness_not_judged": (
        "包内有 {count} 个见证方签名，但没有说明信任哪些见证方（--witness 公钥），未核验",
        "{count} lines of witnesses are there, but nobody told me whom to trust (--witness KEY): not checked",
    ),
    "stamp_bounds": (
        "时间戳只证明记录在那以前已经存在，不证明事情发生在记录所写的时间",
        "a time stamp proves that a record was there by then, not that it happened when it says",
    ),
    "not_the_clock": (
        "时间由企业的服务器和手机记录，没有外部时间戳",
        "times are those of the plant's servers and phones; nobody outside has stamped them",
    ),
    "not_the_rest": (
        "只涉及包里的记录；企业是否还有别的记录，须核对整个日志",
        "this is about the records in the bundle; whether there are others, only the whole log tells",
    ),
}


def said(finding: Finding, language: str) -> str:
    """The sentence of a finding in zh or en."""
    at = 0 if language == "zh" else 1
    told = {name: _plain(value) for name, value in finding.about.items()}
    kind = KINDS.get(str(told.get("kind")))
    return SAYS[finding.code][at].format(**({**told, "kind": kind[at]} if kind else told))


def _plain(value: object) -> str:
    """Text from the bundle as it may be printed: nothing in it steers a terminal or fills it."""
    told = "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode() for c in str(value)[:_LONGEST]
    )
    return told if len(str(value)) <= _LONGEST else f"{told}…"


def verdict(level: int, language: str) -> str:
    """The last line."""
    told = {
        PROVEN: ("结论：全部成立", "verdict: all of it holds"),
        OPEN: (
            "结论：没有发现改动，但有未证明的部分",
            "verdict: nothing was changed, and not all of it is proven",
        ),
        BROKEN: ("结论：不成立，不能采信", "verdict: it does not hold; do not rely on it"),
    }
    return told[level][0 if language == "zh" else 1]
