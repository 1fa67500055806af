import { useEffect } from 'react'
import { useClient } from '../api/ApiProvider.tsx'
import { useCentre } from '../api/session.ts'
import { DAY } from '../../shared/scheduling/time.ts'
import { offsetAt } from '../../shared/scheduling/zone.ts'
import { clockSeconds } from '../../shared/text/format.ts'
import { Chip } from '../ui/StatusChip.tsx'
import { useText } from '../ui/text.ts'

const ASK_AGAIN_MS = 800

/** Legend of the page at the left; at the right what kind of data this is and when it was last put on the disk. */
export function StatusBar({ slot }: { slot: (element: HTMLElement | null) => void }) {
  const { t } = useText()
  const client = useClient()
  const { demo, readOnly, savedAt, zone } = useCentre()

  // The time of saving moves with every change, whatever its topic.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const off = client.connection.onChange(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        void client.queries.invalidateQueries({ queryKey: ['centre.status'] })
      }, ASK_AGAIN_MS)
    })
    return () => {
      off()
      clearTimeout(timer)
    }
  }, [client])

  return (
    <footer className="status-bar" aria-label={t('shell.statusBar')}>
      <div ref={slot} className="status-bar-slot" />
      {readOnly ? (
        <Chip tone="warn" icon="lock">
          {t('shell.readOnly')}
        </Chip>
      ) : null}
      {demo ? <span>{t('shell.demo')}</span> : null}
      <span>{savedAt === null ? t('shell.notSavedYet') : t('shell.saved', { time: wallSeconds(savedAt, zone) })}</span>
    </footer>
  )
}

function wallSeconds(at: number, zone: string): string {
  const local = at + offsetAt(at, zone)
  return clockSeconds(Math.floor((((local % DAY) + DAY) % DAY) / 1000))
}
