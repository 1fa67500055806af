/** Words of the command line. Options keep their English names in both languages. */
export const cli = {
  usage: `亨通预约 命令行

  cli 命令 [选项]             cli 命令 --help 查看一个命令的用法

  demo      在空数据目录中建立演示中心（虚构示例）
  import    从日历或表格导入预约（ics、csv、xlsx）
  report    生成报表（xlsx、csv、json）
  export    导出预约日历，或全部数据（JSON）
  backup    备份数据库并校验
  restore   用备份替换数据库
  verify    检查完整性、占用记录和日志链
  user      新增可登录人员，或重设口令
  op        以本机管理员身份执行一项操作
  serve     在本机提供门户和接口

退出码：0 完成，1 未办成（原因在 stderr），2 用法不对。`,
  verbs: {
    demo: `cli demo --data 目录 [--seed N] [--from 日期 --to 日期] [--json]

在空数据目录中建立演示中心（虚构示例）。用户口令只在 stderr 显示一次。`,
    import: `cli import 文件 --data 目录 [--dry-run] [--create-resources] [--map 文件.json] [--zone 时区] [--json]

文件（ics、csv、xlsx）中的事件要么全部预约，要么一条也不写入。再次导入同一文件不产生变化。
  --dry-run            只看结果，不写入
  --create-resources   建立文件中有而中心没有的场地
  --map 文件.json      表头无法识别时给出列名：{"resource":"地方","start":"起","end":"止","title":"事"}
  --zone 时区          文件中没有时区的时间按此理解（默认用日历自带时区，再用中心时区）`,
    report: `cli report occupancy --data 目录 --from 日期 --to 日期 --out 文件.(xlsx|csv|json) [--resource 编号]… [--team 团队] [--lang zh|en]

场地使用情况，自起始日至结束日（不含结束日）。`,
    export: `cli export 文件.(ics|json|csv|xlsx) --data 目录 [--from 日期 --to 日期] [--lang zh|en]

导出预约日历（ics）、预约登记表（csv、xlsx），或全部数据（json）。`,
    backup: `cli backup --data 目录 --out 文件

不停用数据库即可备份；备份打开校验通过后才改为正式文件名。`,
    restore: `cli restore 文件 --data 目录 [--preview]

用备份替换数据库。原文件一并保留在 backups/replaced-… 中。
  --preview   只说明会失去什么`,
    verify: `cli verify --data 目录 [--json]

检查数据文件、占用记录与预约是否一致、日志链是否完整。不写入。`,
    user: `cli user add --data 目录 --login 用户名 --name 姓名 [--role 角色] [--secret-stdin]
cli user reset --data 目录 --login 用户名 [--secret-stdin]

口令自动生成并在 stderr 显示；用 --secret-stdin 可从标准输入给出。
角色：frontDesk member teamLead keeper manager auditor administrator`,
    op: `cli op 操作名 --data 目录 [--input JSON]

以本机管理员身份执行一项操作，结果以 JSON 输出。不给操作名时列出全部操作。`,
    serve: `cli serve --data 目录 [--port N] [--host 127.0.0.1] [--demo]

提供门户和接口。输出 {"listening":"http://…","version":"…"}。收到 SIGTERM 正常关闭。
  --port 0   自动选择空闲端口
  --demo     空目录先建立演示中心，用户口令显示在 stderr`,
  },
  unknownVerb: '没有这个命令：{{verb}}',
  missing: '缺少：{{what}}',
  wrongOption: '选项不对：{{what}}',
  wrongDate: '{{what}} 不是日期（如 2026-11-24）',
  wrongFormat: '{{what}}：可用的有 {{known}}',
  notYet: '此处没有 {{what}}',
  mapUnreadable: '{{file}} 不是列名的 JSON 对象',
  inputNotJson: '--input 不是 JSON',
  fault: '程序出错，日志编号 {{id}}',
  demoReady: '演示中心（虚构示例）：{{resources}} 个资源，{{bookings}} 个预约',
  demoUsers: '演示用户的登录口令，只显示这一次：',
  imported: '{{file}}：{{found}} 个事件，新建 {{created}}，更新 {{changed}}，无变化 {{unchanged}}',
  wouldImport: '{{file}}：{{found}} 个事件，将新建 {{created}}，更新 {{changed}}，无变化 {{unchanged}}；尚未写入',
  made: '新建场地：{{names}}',
  refusedRows: '未写入任何内容，不能导入的有 {{count}} 处',
  andMore: '……另有 {{count}} 处',
  written: '已写入：{{file}}',
  backedUp: '备份已校验：{{file}}（{{bookings}} 个预约，日志至第 {{seq}} 号，校验码 {{head}}）',
  restorePreview:
    '备份时间 {{at}}：{{bookings}} 个预约，日志至第 {{seq}} 号。现有数据库之后还有 {{lost}} 条日志，涉及 {{lostBookings}} 个预约，恢复后将失去。',
  restored: '已从 {{file}} 恢复。原文件保留在 {{kept}}',
  verified: '完好：{{bookings}} 个预约，{{allocations}} 条占用，{{entries}} 条日志，校验码 {{head}}',
  unsound: '有问题：{{problem}}',
  userSaved: '{{login}}（{{role}}）可以登录',
  userSecret: '{{login}} 的口令，只显示这一次：{{secret}}',
}
