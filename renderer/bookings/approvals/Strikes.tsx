import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { useText } from '../../ui/text.ts'
import type { Catalogue } from '../useCatalogue.ts'

/** Series nobody came to several times running. A proposal: a person decides. */
export function Strikes({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useText()
  const read = useRead('life.strikes', {})
  const suspend = useWrite('life.suspend')
  const series = read.value?.series ?? []
  if (series.length === 0) return null
  return (
    <section className="approvals-part" aria-label={t('life.strikes.heading')}>
      <header className="approvals-head">
        <h2 className="section-title">{t('life.strikes.heading')}</h2>
        <small className="tertiary">{t('life.strikes.note')}</small>
      </header>
      <ul className="request-list">
        {series.map(({ seriesId, misses, upcoming, teamId }) => {
          const title = misses.at(-1)?.title ?? ''
          const count = upcoming.length
          return (
            <li key={seriesId} className="request-card">
              <div className="request-facts">
                <p>{t('life.strikes.line', { title, count: misses.length, upcoming: count })}</p>
                <p className="small secondary">{catalogue.team(teamId)?.name ?? ''}</p>
              </div>
              <div className="request-decide">
                <Button
                  kind="danger"
                  pending={suspend.pending}
                  label={`${t('life.strikes.suspend', { count })} ${title}`}
                  onClick={() =>
                    void suspend.run(
                      { seriesId, reason: t('life.strikes.reason') },
                      { said: ({ cancelled }) => t('life.strikes.said', { count: cancelled, title }) },
                    )
                  }
                >
                  {t('life.strikes.suspend', { count })}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
