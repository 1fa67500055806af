import { Table, type TableProps } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import { EmptyState } from './EmptyState.tsx'
import { useText } from './text.ts'
import './layout.css'

export type Column<T> = {
  key: string
  title: ReactNode
  render: (row: T, index: number) => ReactNode
  /** Figures stand right and never wrap. */
  figure?: boolean
  width?: number | string
  /** Stays when the table scrolls sideways. */
  fixed?: boolean
  sort?: (one: T, other: T) => number
  sortedFirst?: 'ascend' | 'descend'
  /** What the 合计 row shows in this column. */
  total?: ReactNode
  ellipsis?: boolean
}

/**
 * A table as ui.md §6 wants it: hairlines, no zebra, figures right, 合计 at the foot. Rows that open are reached by Tab and ↑ ↓,
 * and open by Enter or a click.
 */
export function DataTable<T extends object>({
  label,
  rows,
  columns,
  rowKey,
  density = 'list',
  height,
  empty,
  loading = false,
  selectedKey,
  onOpen,
  rowClass,
}: {
  label: string
  rows: readonly T[]
  columns: readonly Column<T>[]
  rowKey: (row: T) => string
  density?: 'dense' | 'list'
  /** Height of the scrolling body in px, or as CSS; without it the table grows. */
  height?: number | string
  empty?: ReactNode
  loading?: boolean
  selectedKey?: string | null
  onOpen?: (row: T) => void
  rowClass?: (row: T) => string
}) {
  const { t } = useText()
  const totals = columns.some((column) => column.total !== undefined)
  const open = onOpen
  const key = (event: KeyboardEvent<HTMLElement>, row: T) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') {
      event.preventDefault()
      open?.(row)
    }
    const step =
      event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : null
    const next = step === null ? null : event.currentTarget[step]
    if (next instanceof HTMLElement && next.tabIndex === 0) {
      event.preventDefault()
      next.focus()
    }
  }
  const antdColumns: TableProps<T>['columns'] = columns.map((column) => ({
    key: column.key,
    title: column.title,
    align: column.figure === true ? ('right' as const) : ('left' as const),
    className: column.figure === true ? 'nowrap' : '',
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(column.fixed === true ? { fixed: 'start' as const } : {}),
    ...(column.sort === undefined ? {} : { sorter: column.sort, showSorterTooltip: false }),
    ...(column.sortedFirst === undefined ? {} : { defaultSortOrder: column.sortedFirst }),
    ...(column.ellipsis === true ? { ellipsis: true } : {}),
    render: (_: unknown, row: T, index: number) => column.render(row, index),
  }))
  return (
    <div className={`data-table data-table-${density}`}>
      <Table<T>
        aria-label={label}
        size="small"
        rowKey={rowKey}
        columns={antdColumns}
        dataSource={rows}
        pagination={false}
        loading={loading}
        locale={{ emptyText: empty ?? <EmptyState title={t('common.noData')} /> }}
        {...(height === undefined ? {} : { scroll: { y: height } })}
        rowClassName={(row) =>
          `${rowClass?.(row) ?? ''}${selectedKey !== undefined && rowKey(row) === selectedKey ? ' ant-table-row-selected' : ''}`
        }
        {...(open === undefined
          ? {}
          : {
              onRow: (row: T) => ({
                tabIndex: 0,
                onClick: () => open(row),
                onKeyDown: (event: KeyboardEvent<HTMLElement>) => key(event, row),
              }),
            })}
        {...(totals
          ? {
              summary: () => totalRow(columns, t('common.total')),
            }
          : {})}
      />
    </div>
  )
}

/** 合计, fixed at the foot. */
function totalRow<T>(columns: readonly Column<T>[], word: string) {
  return (
    <Table.Summary fixed>
      <Table.Summary.Row>
        {columns.map((column, index) => (
          <Table.Summary.Cell key={column.key} index={index} align={column.figure === true ? 'right' : 'left'}>
            {column.total ?? (index === 0 ? word : '')}
          </Table.Summary.Cell>
        ))}
      </Table.Summary.Row>
    </Table.Summary>
  )
}
