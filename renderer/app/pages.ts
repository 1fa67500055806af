import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { OperationName } from '../../shared/operations/index.ts'
import type { Catalogue } from '../../shared/text/zh.ts'
import type { IconName } from '../ui/icons.tsx'

export type PageName = keyof Catalogue['shell']['pages']

/** A page of the shell: its place in the rail, and the operation a person must be allowed to run to see it. */
export type Page = {
  name: PageName
  icon: IconName
  rail: 'top' | 'bottom' | 'hidden'
  needs: OperationName
  /** True for a page that draws without antd, so that it need not wait for it. */
  plain?: boolean
  Component: LazyExoticComponent<ComponentType>
}

/** Every page, in the order of the rail. Each is fetched when first opened. */
export const pages: readonly Page[] = [
  {
    name: 'board',
    icon: 'calendar',
    rail: 'top',
    needs: 'bookings.day',
    plain: true,
    Component: lazy(() => import('../board/BoardPage.tsx')),
  },
  {
    name: 'find',
    icon: 'searchClock',
    rail: 'top',
    needs: 'find.times',
    Component: lazy(() => import('../find/FindPage.tsx')),
  },
  {
    name: 'bookings',
    icon: 'list',
    rail: 'top',
    needs: 'bookings.search',
    Component: lazy(() => import('../bookings/BookingsPage.tsx')),
  },
  {
    name: 'approvals',
    icon: 'stamp',
    rail: 'top',
    needs: 'waitlist.list',
    Component: lazy(() => import('../bookings/approvals/ApprovalsPage.tsx')),
  },
  {
    name: 'outages',
    icon: 'wrench',
    rail: 'top',
    needs: 'outages.range',
    Component: lazy(() => import('../bookings/OutagesPage.tsx')),
  },
  {
    name: 'resources',
    icon: 'instrument',
    rail: 'top',
    needs: 'resources.list',
    Component: lazy(() => import('../admin/ResourcesPage.tsx')),
  },
  {
    name: 'teams',
    icon: 'team',
    rail: 'top',
    needs: 'teams.list',
    Component: lazy(() => import('../admin/TeamsPage.tsx')),
  },
  {
    name: 'people',
    icon: 'person',
    rail: 'top',
    needs: 'people.list',
    Component: lazy(() => import('../admin/PeoplePage.tsx')),
  },
  {
    name: 'reports',
    icon: 'chart',
    rail: 'top',
    needs: 'reports.occupancy',
    Component: lazy(() => import('../reports/OccupancyPage.tsx')),
  },
  {
    name: 'imports',
    icon: 'upload',
    rail: 'top',
    needs: 'imports.start',
    Component: lazy(() => import('../admin/ImportPage.tsx')),
  },
  {
    name: 'calendar',
    icon: 'workday',
    rail: 'top',
    needs: 'calendar.range',
    Component: lazy(() => import('../admin/CalendarPage.tsx')),
  },
  {
    name: 'settings',
    icon: 'gear',
    rail: 'bottom',
    needs: 'settings.get',
    Component: lazy(() => import('../admin/SettingsPage.tsx')),
  },
]
