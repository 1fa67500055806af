import { Menu, type MenuItemConstructorOptions } from 'electron'
import { desktop as en } from '../shared/text/en/desktop.ts'
import { desktop as zh } from '../shared/text/zh/desktop.ts'

/**
 * The menu is hidden, but its entries carry the keys for copying, zooming and closing. Reload is left out: it would lose what is being typed.
 */
export function setMenu(language: 'zh' | 'en', developing: boolean): void {
  const words = (language === 'zh' ? zh : en).menu
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ label: words.app, role: 'appMenu' as const }] : []),
    {
      label: words.edit,
      submenu: [
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(developing ? [{ role: 'toggleDevTools' as const }] : []),
      ],
    },
    { label: words.window, submenu: [{ role: 'minimize' }, { role: 'close' }] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
