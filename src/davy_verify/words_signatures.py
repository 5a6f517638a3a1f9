"""What is said of signatures: what each proves, and what nobody can prove of it."""

from __future__ import annotations

__all__ = ["SIGNATURES"]

_ZH, _EN = "{kind} {stream} 第 {event} 条（{what}）", "{kind} {stream} event {event} ({what})"
SIGNATURES = {
    "proofs_unreadable": ("签名的凭据读不出来：{why}", "what was kept of signatures cannot be read: {why}"),
    "proof_unnamed": (
        "没有事件提到这份签名凭据：{proof}",
        "no event names this proof of a signature: {proof}",
    ),
    "proof_withheld": (
        f"{_ZH}的签名凭据未提供，无法核验",
        f"{_EN}: what was kept of the signature is not here and cannot be checked",
    ),
    "signature_false": (f"{_ZH}的签名不成立：{{why}}", f"{_EN}: the signature does not hold: {{why}}"),
    "signature_key_unknown": (
        f"{_ZH}的签名本身成立，但包内没有密钥 {{key}} 的登记记录，不能证明是谁的",
        f"{_EN}: the signature holds, but nothing here tells whose key {{key}} is",
    ),
    "signature_of_what": (
        f"{_ZH}的签名本身成立，但不知道这种事件应由哪种命令签出，不能证明签的就是这件事；账号 {{account}}",
        f"{_EN}: a signature of account {{account}} holds, but what is signed for such an event is not known",
    ),
    "signature_simulated": (
        f"{_ZH}的签名本身成立，但这是演示记录，时间是编的，不能证明密钥 {{key}} 当时已登记",
        f"{_EN}: a signature holds, but this is a demonstration in made-up time: key {{key}} is not proven",
    ),
    "signature_key_late": (
        (
            f"{_ZH}的签名本身成立，但日志里密钥 {{key}} 的登记排在这一条之后："
            "不能证明签名时已经登记（可能倒填日期）"
        ),
        (
            f"{_EN}: the signature holds, but the log has the enrolment of {{key}} only after it: that it was"
            " enrolled then is not proven, its date may be made up"
        ),
    ),
    "agreement_false": (
        "约定文本 {file} 不是签字人同意过的那一份",
        "the text {file} is not the one that anybody agreed to",
    ),
    "signers_agreed": (
        "{count} 个签字账号在第一次签字之前同意过电子签名约定（版本 {versions}），日志可证",
        "{count} accounts had agreed to sign electronically before they did (version {versions}), by the log",
    ),
    "signers_not_agreed": (
        "{count} 个签字账号在这里没有签字前同意电子签名约定的记录（可能签在纸上）：{accounts}",
        "of {count} accounts that signed, nothing here tells that they had agreed to (paper may): {accounts}",
    ),
    "signed_by_nobody": (
        "{kind} {stream} 第 {events} 条是应当签字的一步，却没有说明谁怎样签的：只有企业的记录",
        "{kind} {stream} events {events} are to be signed, and nothing tells how: the record alone says so",
    ),
    "signature_bytes_withheld": (
        f"{_ZH}的签名原文未提供（按权限隐去或已依法删除），不能证明签的就是这一条；账号 {{account}}",
        f"{_EN}: the bytes are withheld or erased, so what account {{account}} signed is not proven",
    ),
    "signature_bytes_erased": (
        f"{_ZH}的签名原文已删除，包内有记录；签的内容只由事件链说明，账号 {{account}}",
        f"{_EN}: the signed bytes went on record; what account {{account}} signed is told by the chain alone",
    ),
    "signature_key_unlogged": (
        (
            f"{_ZH}：通行密钥签名成立（{{level}} 级）：密钥解锁后对这条命令的原文签名，原文未改。"
            "密钥是谁的，不能证明：企业 {since} 登记到账号 {account}，登记不在日志里"
        ),
        (
            f"{_EN}: a passkey's signature holds, level {{level}}: unlocked, it signed this command. Not"
            " proven: whose it is; the plant gives it to account {account} since {since}, the log does not"
        ),
    ),
    "signature_passkey": (
        (
            f"{_ZH}：通行密钥签名成立（{{level}} 级）。已证明：密钥解锁后对这条命令的原文签名，原文未改；"
            "{since} 登记到账号 {account}，登记在日志里。未证明：账号后面是哪个人，以企业的账号登记为准"
        ),
        (
            f"{_EN}: a passkey's signature holds, level {{level}}. Proven: unlocked, it signed this command;"
            " the log has it for account {account} since {since}. Not proven: which person the account is,"
            " which the plant's register tells"
        ),
    ),
    "signature_device": (
        (
            f"{_ZH}：手机签名成立（{{level}} 级）。已证明：手机 {{key}} 对这条命令的原文签名，原文未改；"
            "手机 {since} 登记到账号 {account}，登记在日志里。"
            "未证明：PIN 由服务器核对过，照片里是谁须由人辨认"
        ),
        (
            f"{_EN}: a phone's signature holds, level {{level}}. Proven: phone {{key}} signed this command;"
            " the log has it for account {account} since {since}. Not proven: the PIN, which the server"
            " checked, and who is on the photo"
        ),
    ),
    "signature_kiosk": (
        (
            f"{_ZH}：公用终端签名成立（{{level}} 级）。已证明：终端 {{key}} 对这条命令的原文签名，原文未改。"
            "未证明：站在终端前的是谁；工卡和 PIN 由服务器核对过"
        ),
        (
            f"{_EN}: a terminal's signature holds, level {{level}}. Proven: shared terminal {{key}} signed"
            " this command. Not proven: who stood there; the server checked badge and PIN"
        ),
    ),
    "signed_by_password": (
        "{kind} {stream} 有 {count} 处凭密码确认并手写：没有留下可供外人核验的签名，只证明企业这样记录",
        (
            "{kind} {stream}: {count} confirmed by password with handwriting: nothing is left that a stranger"
            " could check; the record alone says so"
        ),
    ),
    "command_false": (
        "手机 {device} 上报的一条命令不成立：{why}",
        "a command of phone {device} does not hold: {why}",
    ),
    "commands_signed": (
        "{count} 条命令由已登记的手机对原文签名，签名成立",
        "{count} commands were signed by enrolled phones over their exact bytes, and hold",
    ),
    "commands_key_late": (
        "{count} 条手机命令的签名成立，但日志里手机的登记排在其后：不能证明当时已经登记",
        "{count} commands of phones are signed, but the log has their enrolment only afterwards: not proven",
    ),
    "commands_erased": (
        "{count} 条手机命令的原文已删除，包内有记录，其签名不再核验",
        "the bytes of {count} commands of phones went on record: not checked any more",
    ),
    "commands_withheld": (
        "{count} 条手机命令的原文或手机的登记未提供，其签名未核验",
        "the bytes of {count} commands of phones, or the phones' enrolment, are not here: not checked",
    ),
}
