import { useId, useRef, useState, useSyncExternalStore } from 'react'
import type { Catalogue } from '../../../shared/operations/resources.ts'
import type { ResourceKind } from '../../../shared/operations/fields.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { isComposing } from '../../ui/ime.ts'
import { Menu, type MenuEntry } from '../../ui/Menu.tsx'
import { Popup } from '../../ui/Popup.tsx'
import { useText } from '../../ui/text.ts'
import type { Counters } from '../model/counters.ts'
import { filterCount, noFilter, type Filter } from '../model/filter.ts'
import { colourings, type Colouring } from '../model/look.ts'
import { zoneName } from '../model/words.ts'
import { QuickPhrase } from '../quick/QuickPhrase.tsx'
import { densities, type Density } from './layoutOf.ts'

/** The board's tool bar: find rows, the day in figures, filter, colours. */
export function Tools({
  catalogue,
  filter,
  onFilter,
  colouring,
  onColouring,
  density,
  onDensity,
  counters,
}: {
  catalogue: Catalogue
  filter: Filter
  onFilter: (filter: Filter) => void
  colouring: Colouring
  onColouring: (colouring: Colouring) => void
  density: Density
  onDensity: (density: Density) => void
  counters: Counters
}) {
  const { t } = useText()
  const [open, setOpen] = useState<'filter' | 'colour' | null>(null)
  const filterButton = useRef<HTMLButtonElement>(null)
  const colourButton = useRef<HTMLButtonElement>(null)
  const active = filterCount({ ...filter, text: '' })
  const entries: MenuEntry[] = [
    { type: 'group', label: t('board.colouring') },
    ...colourings.map((each): MenuEntry => ({
      type: 'item',
      label: t(`board.colourBy.${each}`),
      checked: each === colouring,
      run: () => onColouring(each),
    })),
    { type: 'line' },
    { type: 'group', label: t('board.density') },
    ...densities.map((each): MenuEntry => ({
      type: 'item',
      label: t(`board.densities.${each}`),
      checked: each === density,
      run: () => onDensity(each),
    })),
  ]
  return (
    <div className="board-tools" role="toolbar" aria-label={t('board.toolbar')}>
      <QuickPhrase catalogue={catalogue} />
      <div className="board-find">
        <Icon name="filter" size={14} />
        <input
          className="input"
          type="search"
          autoComplete="off"
          aria-label={t('board.filterText')}
          placeholder={t('board.filterText')}
          value={filter.text}
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || isComposing(event) || filter.text === '') return
            event.stopPropagation()
            onFilter({ ...filter, text: '' })
          }}
        />
      </div>
      <div className="board-tools-space" />
      <CountersLine counters={counters} />
      <Button
        ref={filterButton}
        icon="filter"
        aria-haspopup="dialog"
        aria-expanded={open === 'filter'}
        onClick={() => setOpen(open === 'filter' ? null : 'filter')}
      >
        {active === 0 ? t('board.filter') : t('board.filterOn', { count: active })}
      </Button>
      <Button
        ref={colourButton}
        aria-haspopup="menu"
        aria-expanded={open === 'colour'}
        onClick={() => setOpen(open === 'colour' ? null : 'colour')}
      >
        {t('board.colouring')}
        {t('board.colon')}
        {t(`board.colourBy.${colouring}`)}
        <Icon name="chevronDown" size={14} />
      </Button>
      {open === 'filter' ? (
        <Popup anchor={filterButton} align="end" onClose={() => setOpen(null)}>
          <FilterPanel catalogue={catalogue} filter={filter} onFilter={onFilter} />
        </Popup>
      ) : null}
      {open === 'colour' ? (
        <Menu
          anchor={colourButton}
          align="end"
          label={t('board.colouring')}
          entries={entries}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  )
}

const ROOMY = '(min-width: 1360px)'

function useRoomy(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia?.(ROOMY)
      query?.addEventListener('change', listener)
      return () => query?.removeEventListener('change', listener)
    },
    () => window.matchMedia?.(ROOMY).matches ?? true,
  )
}

/** The day in figures; in a window under 1360 px one figure, and the others behind it. */
function CountersLine({ counters }: { counters: Counters }) {
  const { t } = useText()
  const roomy = useRoomy()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const first = t(`board.counters.${counters.when}`, { count: counters.count })
  const rest = [
    ...(counters.when === 'today'
      ? [t('board.counters.inUse', { count: counters.inUse }), t('board.counters.awaited', { count: counters.awaited })]
      : []),
    t('board.counters.pending', { count: counters.pending }),
  ]
  if (roomy)
    return (
      <div className="board-counters" role="status">
        <span>{first}</span>
        {rest.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </div>
    )
  return (
    <>
      <Button
        ref={button}
        kind="quiet"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen((now) => !now)}
      >
        {first}
        <Icon name="chevronDown" size={14} />
      </Button>
      {open ? (
        <Popup anchor={button} align="end" onClose={() => setOpen(false)}>
          <div className="counters-panel" role="dialog" aria-label={first}>
            {rest.map((text) => (
              <span key={text}>{text}</span>
            ))}
          </div>
        </Popup>
      ) : null}
    </>
  )
}

const seatsOffered = [2, 4, 6, 8, 10, 20, 40]

function FilterPanel({
  catalogue,
  filter,
  onFilter,
}: {
  catalogue: Catalogue
  filter: Filter
  onFilter: (filter: Filter) => void
}) {
  const { t, language } = useText()
  const id = useId()
  const shown = catalogue.resources.filter((each) => !each.retired && each.partIds.length === 0)
  const kinds = [...new Set(shown.map((each) => each.kind))]
  const features = [...new Set(shown.flatMap((each) => each.features))].sort((a, b) => a.localeCompare(b, 'zh'))
  const toggle = (feature: string) =>
    onFilter({
      ...filter,
      features: filter.features.includes(feature)
        ? filter.features.filter((each) => each !== feature)
        : [...filter.features, feature],
    })
  return (
    <div className="filter-panel" role="dialog" aria-label={t('board.filter')}>
      <div className="filter-row">
        <label htmlFor={`${id}kind`}>{t('board.filterKind')}</label>
        <select
          id={`${id}kind`}
          className="input"
          value={filter.kind ?? ''}
          onChange={(event) => onFilter({ ...filter, kind: (event.target.value || null) as ResourceKind | null })}
        >
          <option value="">{t('board.anyKind')}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`refusals.kinds.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="filter-row">
        <label htmlFor={`${id}zone`}>{t('board.filterZone')}</label>
        <select
          id={`${id}zone`}
          className="input"
          value={filter.zoneId ?? ''}
          onChange={(event) => onFilter({ ...filter, zoneId: event.target.value || null })}
        >
          <option value="">{t('board.anyKind')}</option>
          {catalogue.zones.map((zone) => (
            <option key={zone.id} value={zone.id}>
              {zoneName(zone, language)}
            </option>
          ))}
        </select>
      </div>
      <div className="filter-row">
        <label htmlFor={`${id}seats`}>{t('board.filterSeats')}</label>
        <input
          id={`${id}seats`}
          className="input"
          type="number"
          min={1}
          max={1000}
          list={`${id}offered`}
          value={filter.seats ?? ''}
          onChange={(event) => {
            const seats = Number(event.target.value)
            onFilter({ ...filter, seats: event.target.value === '' || !(seats > 0) ? null : seats })
          }}
        />
        <datalist id={`${id}offered`}>
          {seatsOffered.map((seats) => (
            <option key={seats} value={seats} />
          ))}
        </datalist>
        <span className="small secondary">{t('board.filterSeatsUnit')}</span>
      </div>
      <fieldset>
        <legend>{t('board.filterFeatures')}</legend>
        {features.map((feature) => (
          <button
            key={feature}
            type="button"
            className="filter-chip"
            aria-pressed={filter.features.includes(feature)}
            onClick={() => toggle(feature)}
          >
            {feature}
          </button>
        ))}
      </fieldset>
      <div className="filter-foot">
        <label className="small">
          <input
            type="checkbox"
            checked={filter.freeNow}
            onChange={(event) => onFilter({ ...filter, freeNow: event.target.checked })}
          />{' '}
          {t('board.filterFree')}
        </label>
        <button type="button" className="link-button small" onClick={() => onFilter(noFilter)}>
          {t('common.clearFilter')}
        </button>
      </div>
    </div>
  )
}
