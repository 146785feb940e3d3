/** Shown for `help` and for a command that is not known. */
export const USAGE = `证期 · 许可证义务日历（命令行） / obligations of a telecom licence on the command line

  read <file>                          读许可证文件：字段、特别规定事项、发现
  schedule <file> --as-of D --until D  义务、问题和日期，附推算过程
           [--facts f.json] [--events e.json]
  staffing <roster.json> --on D        人员配备检查S1至S25；给出 --until D 则列出将出现的缺口
           [--licence file] [--facts f.json] [--events e.json] [--parameters p.json]
  deadline --from D (--days N | --working-days N | --days-before N)
  deadline --from INSTANT --hours N    计算一个期限
  number <text>                        解析许可证编号
  uscc <text>                          解析统一社会信用代码
  rulebook [clause]                    规则库目录，或一条（12b、15.6a、十五（六））

  --json     输出 JSON（格式见 docs/schemas/） / JSON output
  --lang en  英文文字 / English text

日期写作 2026-03-31，时刻写作 2026-03-01T09:30:00+08:00。退出码：0 成功，2 输入有误。
`;
