import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { useCentreName } from '../api/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { navigate } from '../ui/router.ts'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { useText } from '../ui/text.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { pages as allPages, type Page } from './pages.ts'

const AntdScope = lazy(() => import('../ui/AntdScope.tsx'))

function PageWait() {
  return (
    <div className="page-wait">
      <SkeletonRows rows={10} />
    </div>
  )
}

/** The page on show, fetched when first opened; antd comes with the first page that draws with it. */
export function PageHost({ name, pages }: { name: string; pages: readonly Page[] }) {
  const { t, language } = useText()
  const centreName = useCentreName(language)
  const page = pages.find((each) => each.name === name)
  const title = page === undefined ? t('shell.pageNotFound') : t(`shell.pages.${page.name}`)
  useEffect(() => {
    document.title = t('shell.windowTitle', {
      page: title,
      centre: centreName === '' ? t('common.productName') : centreName,
    })
  }, [t, title, centreName])

  if (page === undefined) {
    const exists = allPages.some((each) => each.name === name)
    return (
      <EmptyState
        icon={exists ? 'lock' : 'search'}
        title={t(exists ? 'shell.pageNotAllowed' : 'shell.pageNotFound')}
        {...(exists ? { hint: t('shell.pageNotAllowedHint') } : {})}
      >
        <Button kind="primary" onClick={() => navigate(pages[0]?.name ?? 'board')}>
          {t('shell.goBoard')}
        </Button>
      </EmptyState>
    )
  }
  const shown: ReactNode = <page.Component />
  return (
    <ErrorBoundary key={page.name}>
      <Suspense fallback={<PageWait />}>{page.plain === true ? shown : <AntdScope>{shown}</AntdScope>}</Suspense>
    </ErrorBoundary>
  )
}
