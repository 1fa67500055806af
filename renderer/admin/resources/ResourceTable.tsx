import { Fragment, type KeyboardEvent } from 'react'
import type { Catalogue, Resource } from '../../../shared/operations/resources.ts'
import { figure, percent } from '../../../shared/text/format.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Chip } from '../../ui/StatusChip.tsx'
import { useText } from '../../ui/text.ts'
import { areasOf } from './areas.ts'
import { StateChip } from './StateChip.tsx'

/** The places by zone, with areas and their sum. Rows open by click or Enter; ↑ ↓ go on. */
export function ResourceTable({
  catalogue,
  rows,
  find,
  selectedId,
  onOpen,
}: {
  catalogue: Catalogue
  rows: readonly Resource[]
  find: string
  selectedId: string | null
  onOpen: (id: string) => void
}) {
  const { t, language } = useText()
  const byId = new Map(catalogue.resources.map((resource) => [resource.id, resource]))
  const codes = (ids: readonly string[]) => ids.map((id) => byId.get(id)?.code ?? id).join(' + ')
  const zones = catalogue.zones.toSorted((one, other) => one.sort - other.sort || (one.code < other.code ? -1 : 1))
  const all = areasOf(rows)
  if (rows.length === 0)
    return <EmptyState icon="search" title={t('common.noMatch', { text: find })} hint={t('common.noMatchHint')} />
  const key = (event: KeyboardEvent<HTMLTableRowElement>, id: string) => {
    if (event.target !== event.currentTarget) return
    const all = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLElement>('tr[tabindex]') ?? [])]
    const at = all.indexOf(event.currentTarget)
    if (event.key === 'Enter') onOpen(id)
    else if (event.key === 'ArrowDown') all[at + 1]?.focus()
    else if (event.key === 'ArrowUp') all[at - 1]?.focus()
    else return
    event.preventDefault()
  }
  const words = 'admin.resources.columns'
  return (
    <>
      <div className="admin-table-frame">
        <table className="admin-table" aria-label={t('shell.pages.resources')}>
          <thead>
            <tr>
              <th scope="col">{t('common.code')}</th>
              <th scope="col">{t('common.name')}</th>
              <th scope="col">{t('common.kind')}</th>
              <th scope="col" className="figures">
                {t(`${words}.area`)}
              </th>
              <th scope="col" className="figures admin-narrower-off">
                {t(`${words}.capacity`)}
              </th>
              <th scope="col" className="figures admin-narrower-off">
                {t(`${words}.units`)}
              </th>
              <th scope="col">{t('common.state')}</th>
              <th scope="col" className="admin-narrow-off">
                {t(`${words}.booking`)}
              </th>
              <th scope="col" className="admin-narrow-off">
                {t(`${words}.madeOf`)}
              </th>
            </tr>
          </thead>
          <tbody>
            {zones.map((zone) => {
              const inZone = rows.filter((resource) => resource.zoneId === zone.id)
              if (inZone.length === 0) return null
              return (
                <Fragment key={zone.id}>
                  <tr className="admin-group">
                    <th scope="colgroup" colSpan={3}>
                      {zone.code} {language === 'en' && zone.nameEn !== '' ? zone.nameEn : zone.name}
                      <small>{t('admin.resources.inZone', { count: inZone.length })}</small>
                    </th>
                    <td className="figures">{figure(areasOf(inZone).total, 0)}</td>
                    <td colSpan={5} />
                  </tr>
                  {inZone.map((resource) => (
                    <tr
                      key={resource.id}
                      tabIndex={0}
                      className={
                        resource.id === selectedId ? 'is-selected' : resource.retired ? 'is-retired' : undefined
                      }
                      onClick={() => onOpen(resource.id)}
                      onKeyDown={(event) => key(event, resource.id)}
                    >
                      <td className="nowrap secondary">{resource.code}</td>
                      <td>
                        <span className="admin-name">
                          {language === 'en' && resource.nameEn !== '' ? resource.nameEn : resource.name}
                          {language === 'zh' && resource.nameEn !== '' ? (
                            <small lang="en">{resource.nameEn}</small>
                          ) : null}
                        </span>
                      </td>
                      <td className="nowrap">{t(`refusals.kinds.${resource.kind}`)}</td>
                      <td className="figures">{resource.areaM2 === null ? '—' : figure(resource.areaM2, 0)}</td>
                      <td className="figures admin-narrower-off">{resource.capacity ?? '—'}</td>
                      <td className="figures admin-narrower-off">{resource.units > 1 ? resource.units : ''}</td>
                      <td className="nowrap">
                        {resource.retired ? (
                          <Chip tone="off">{t('common.retired')}</Chip>
                        ) : (
                          <StateChip state={resource.state} />
                        )}
                      </td>
                      <td className="nowrap admin-narrow-off">{bookingText(resource)}</td>
                      <td className="nowrap secondary admin-narrow-off">
                        {resource.partIds.length > 0 ? (
                          <>
                            <Icon name="link" size={12} className="admin-inline-icon" />
                            {codes(resource.partIds)}
                          </>
                        ) : resource.roomId === null ? null : (
                          t('admin.resources.standsIn', { room: codes([resource.roomId]) })
                        )}
                      </td>
                    </tr>
                  ))}
                </Fragment>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {t('common.total')}
                <small>{t('admin.resources.inZone', { count: rows.length })}</small>
              </th>
              <td className="figures">{figure(all.total, 0)}</td>
              <td colSpan={5} />
            </tr>
          </tfoot>
        </table>
      </div>
      {all.total === 0 ? null : (
        <p className="tertiary small">
          {t('admin.resources.areaShares', {
            inUse: percent((all.total - all.support) / all.total),
            common: percent(all.common / all.total),
            own: percent(all.own / all.total),
            support: percent(all.support / all.total),
          })}
        </p>
      )}
    </>
  )

  function bookingText(resource: Resource) {
    if (!resource.bookable) return <span className="tertiary">{t('admin.resources.notBookable')}</span>
    return resource.policy.approval === true ? t('admin.resources.withApproval') : t('admin.resources.bookable')
  }
}
