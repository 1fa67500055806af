import { useMemo } from 'react'
import type { Booking } from '../../shared/operations/bookings.ts'
import { NO_FIGURE } from '../../shared/text/format.ts'
import { useZone } from '../api/session.ts'
import type { Column } from '../ui/DataTable.tsx'
import { Icon } from '../ui/icons.tsx'
import { TeamSquare } from '../ui/SelectWho.tsx'
import { StatusChip } from '../ui/StatusChip.tsx'
import { useText } from '../ui/text.ts'
import { DecideCell } from './DecideCell.tsx'
import type { Catalogue } from './useCatalogue.ts'
import { whenShort } from './words.ts'

const wide = ['when', 'title', 'place', 'team', 'who', 'people', 'no', 'status']
const middle = ['when', 'title', 'place', 'team', 'status']
const narrow = ['when', 'title', 'place', 'status']

/** The columns of the list of bookings; those that `width` (px) has no room for give way to the title. The drawer has them all. */
export function useListColumns(catalogue: Catalogue, width: number, anyPending: boolean): Column<Booking>[] {
  const { t, language } = useText()
  const zone = useZone()
  const shown = width >= 1080 ? wide : width >= 760 ? middle : narrow
  const roomy = shown === wide
  const decides = anyPending && shown !== narrow
  const columns = useMemo<Column<Booking>[]>(
    () => [
      {
        key: 'when',
        title: t('bookings.list.columns.when'),
        width: shown === narrow ? 152 : language === 'zh' ? 206 : 232,
        render: (row) => {
          const { date, time } = whenShort(row.start, row.end, zone, language)
          return (
            <span className={shown === narrow ? 'list-when list-when-stacked' : 'list-when'}>
              {date === '' ? null : <span className="secondary">{date}</span>}
              <b>{time}</b>
            </span>
          )
        },
      },
      {
        key: 'title',
        title: t('bookings.list.columns.title'),
        ellipsis: true,
        render: (row) => (
          <span className="list-title">
            {row.confidential ? <Icon name="lock" size={12} /> : null}
            <span>{row.hidden ? t('bookings.view.hiddenTitle') : row.title}</span>
          </span>
        ),
      },
      {
        key: 'place',
        title: t('bookings.list.columns.place'),
        width: roomy ? 168 : 126,
        ellipsis: true,
        render: (row) =>
          row.resources
            .map(({ resourceId, quantity }) =>
              quantity === 1
                ? catalogue.placeName(resourceId)
                : t('bookings.view.quantity', { place: catalogue.placeName(resourceId), count: quantity }),
            )
            .join(t('refusals.listJoin')),
      },
      {
        key: 'team',
        title: t('bookings.list.columns.team'),
        width: roomy ? 148 : 124,
        ellipsis: true,
        render: (row) => {
          const team = catalogue.team(row.teamId)
          if (team === null) return row.hidden ? t('bookings.list.otherTeam') : NO_FIGURE
          return (
            <>
              <TeamSquare colour={team.colour} />
              {team.shortName}
            </>
          )
        },
      },
      {
        key: 'who',
        title: t('bookings.list.columns.who'),
        width: 104,
        ellipsis: true,
        render: (row) =>
          row.occupantName !== '' ? row.occupantName : (catalogue.person(row.occupantId)?.name ?? NO_FIGURE),
      },
      {
        key: 'people',
        title: t('bookings.list.columns.people'),
        width: 64,
        figure: true,
        render: (row) => row.headCount ?? NO_FIGURE,
      },
      {
        key: 'no',
        title: t('bookings.list.columns.no'),
        width: 108,
        render: (row) => <span className="nowrap tertiary">{row.no}</span>,
      },
      {
        key: 'status',
        title: t('bookings.list.columns.status'),
        width: decides ? (language === 'zh' ? 176 : 292) : 116,
        render: (row) => (
          <span className="list-status">
            <StatusChip status={row.status} />
            {decides && row.status === 'pending' && !row.hidden ? <DecideCell booking={row} /> : null}
          </span>
        ),
      },
    ],
    [catalogue, t, language, zone, shown, roomy, decides],
  )
  return useMemo(() => columns.filter(({ key }) => shown.includes(key)), [columns, shown])
}
