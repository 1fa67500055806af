const NEEDS = [22, 14]

/** Ends with one sentence on a Node that would crash in the native database (it needs Node-API 10). */
export function needNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > NEEDS[0] || (major === NEEDS[0] && minor >= NEEDS[1])) return
  process.stderr.write(
    `当前 Node 是 ${process.versions.node}，需要 ${NEEDS.join('.')} 以上：请先 npm ci，再用 npm 命令启动 · ` +
      `Node ${process.versions.node} is too old, ${NEEDS.join('.')} or newer is needed: run npm ci, then start through npm\n`,
  )
  process.exit(1)
}
