import { ConfigProvider } from 'antd'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import { useMemo, type ReactNode } from 'react'
import { antdTheme } from './antdTheme.ts'
import { EmptyState } from './EmptyState.tsx'
import { useMode, usePreferences } from './preferences.ts'
import { useText } from './text.ts'

/** antd in our theme and language. Stands around pages and drawers that use antd; fetched with the first of them. */
export default function AntdScope({ children, moving = true }: { children: ReactNode; moving?: boolean }) {
  const mode = useMode()
  const { scale } = usePreferences()
  const { t, language } = useText()
  const theme = useMemo(() => antdTheme(mode, scale, moving), [mode, scale, moving])
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh' ? zhCN : enUS}
      renderEmpty={() => <EmptyState title={t('common.noData')} />}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  )
}
