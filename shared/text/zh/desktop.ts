/** Words of the desktop shell outside the page: dialogs, menu. Shown before anyone's language is known, hence both languages together. */
export const desktop = {
  cannotOpen: '数据暂时打不开',
  cannotOpenHint: '没有改动任何数据',
  coreStopped: '本机服务没有启动成功',
  coreStoppedHint: '可再试一次；若仍不行，把数据文件夹 logs 里的记录发给维护人员',
  retry: '重试',
  quit: '退出',
  openOutside: '用其他程序打开这个地址',
  open: '打开',
  cancel: '取消',
  saveAs: '保存文件',
  notSaved: '文件没有保存成功',
  nodeTooOld: '当前 Node 是 {{found}}，需要 {{needs}} 以上：请先 npm ci，再用 npm 命令启动',
  menu: { app: '亨通预约', edit: '编辑', view: '视图', window: '窗口' },
}
