"""Make the certificate that phones need for passkeys, camera and offline use: a private CA and a leaf."""

import argparse
import sys

import segno

__all__ = ["add_arguments", "run"]

_STEPS = """
davy: 证书已备好 / the certificate is ready
  主机名 host   {host}
  有效期 until  {ends:%Y-%m-%d}
                到期前再运行一次本命令，手机不用重装 / run this again before; phones keep the CA
  CA 文件 file  {authority}

启动 Start:  davy serve --tls --bind 0.0.0.0 --port {port}
手机扫码下载 CA（服务启动后） Scan for the CA, once the server runs:  {link}
{code}
安装步骤（每台设备一次；CA 只能用于 {host}）:
  安卓    下载后：设置 → 安全 → 更多安全设置 → 加密与凭据 → 安装证书 → CA 证书 → 选 davy-ca.crt
          华为/荣耀：设置 → 安全 → 更多安全设置 → 加密和凭据 → 从存储设备安装
  苹果    用 Safari 打开链接 → 允许下载描述文件 → 设置 → 已下载描述文件 → 安装;
          再到 设置 → 通用 → 关于本机 → 证书信任设置，打开“Davy private CA”
  Windows 双击 davy-ca.crt → 安装证书 → 本地计算机 → 将所有的证书都放入下列存储 → 受信任的根证书颁发机构
  核对    用 https://{host}:{port} 打开，地址栏没有警告才算装好；有警告时通行密钥不能用
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("host", metavar="HOSTNAME", help="the name phones open, for instance davy.plant.lan")
    parser.add_argument("--port", type=int, default=8000, help="the port of davy serve (default: 8000)")
    parser.add_argument(
        "--new-ca", action="store_true", help="another CA: every phone has to install it again"
    )


def run(arguments: argparse.Namespace) -> int:
    """Make or renew; print what to do on the phones."""
    # Imported late: they read DAVY_DATA when they are loaded.
    from davy import clock  # noqa: PLC0415
    from davy.serve import tls  # noqa: PLC0415
    from davy.serve.failure import CannotServeError  # noqa: PLC0415
    from davy.settings import places  # noqa: PLC0415

    try:
        made = tls.make(places.data() / "tls", arguments.host, clock.now(), new_authority=arguments.new_ca)
    except CannotServeError as error:
        print(f"davy: {error}", file=sys.stderr)
        return 1
    link = f"https://{made.host}:{arguments.port}{tls.CA_PATH}"
    print(
        _STEPS.format(
            host=made.host,
            ends=made.ends,
            authority=made.authority,
            port=arguments.port,
            link=link,
            code=_code(link),
        )
    )
    if not made.new_authority:
        print("davy: CA 没有变，已装过的手机不用再装 / the CA is the same, phones keep it")
    return 0


def _code(link: str) -> str:
    """The QR code for a terminal, in half blocks."""
    matrix = [[False, False, *map(bool, row), False, False] for row in segno.make(link, micro=False).matrix]
    quiet = [[False] * len(matrix[0])] * 2
    rows = [*quiet, *matrix, *quiet]
    if len(rows) % 2:
        rows.append(quiet[0])
    # Light on dark, as terminals are: what is dark in the code stays empty.
    signs = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
    return "\n".join(
        "  " + "".join(signs[pair] for pair in zip(rows[at], rows[at + 1], strict=True))
        for at in range(0, len(rows), 2)
    )
