import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useClient } from '../api/ApiProvider.tsx'
import { useNowReader } from '../api/now.ts'
import { refreshAll } from '../api/client.ts'
import { useCentre, useZone } from '../api/session.ts'
import { clock } from '../../shared/text/format.ts'
import { toWall } from '../../shared/scheduling/zone.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useLate } from '../ui/Skeleton.tsx'
import { showToast } from '../ui/toasts.ts'
import { useText } from '../ui/text.ts'

/** Slim bars under the top bar: the core is away, or only reading is possible. */
export function CoreBars() {
  const { t } = useText()
  const client = useClient()
  const zone = useZone()
  const { readOnly } = useCentre()
  const now = useNowReader()
  const { connection } = client
  const state = useSyncExternalStore(connection.onCoreState, connection.coreState)
  const away = state !== 'ready'
  // A core that is back at once is not worth a word.
  const late = useLate(away)
  const [trying, setTrying] = useState(false)
  const [since, setSince] = useState<string | null>(null)
  const shown = useRef(false)

  useEffect(() => {
    if (away) setSince((before) => before ?? clock(Math.floor(toWall(now(), zone).minute)))
    else setSince(null)
  }, [away, now, zone])
  useEffect(() => {
    if (late) shown.current = true
    else if (!away && shown.current) {
      shown.current = false
      showToast(t('shell.back'))
    }
  }, [late, away, t])

  const unreachable = connection.door === 'desk' ? 'shell.unreachableBar' : 'shell.unreachablePortalBar'
  const reconnect = async () => {
    setTrying(true)
    const reply = await connection.send('centre.status', {}, crypto.randomUUID())
    setTrying(false)
    if (reply.ok) refreshAll(client.queries)
  }
  return (
    <div className="shell-bars">
      {late ? (
        <div className={`slim-bar slim-bar-${state}`} role="status">
          <Icon name={state === 'restarting' ? 'refresh' : 'plug'} size={14} />
          <span>{state === 'restarting' ? t('shell.restartingBar') : t(unreachable, { time: since ?? '' })}</span>
          {state === 'unreachable' ? (
            <Button size="small" icon="refresh" pending={trying} onClick={() => void reconnect()}>
              {t('shell.reconnect')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {readOnly ? (
        <div className="slim-bar slim-bar-readonly" role="status">
          <Icon name="lock" size={14} />
          <span>{t('shell.readOnlyBar')}</span>
        </div>
      ) : null}
    </div>
  )
}
