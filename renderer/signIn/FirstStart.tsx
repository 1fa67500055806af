import { useState, type ReactNode } from 'react'
import type { Value } from '../../shared/operations/index.ts'
import { Seal } from '../app/Brand.tsx'
import { useWrite } from '../api/useWrite.ts'
import { Button } from '../ui/Button.tsx'
import { Icon, type IconName } from '../ui/icons.tsx'
import { useText } from '../ui/text.ts'
import { DemoReady } from './DemoReady.tsx'
import { FormAlert } from './FormAlert.tsx'
import { SetUp } from './SetUp.tsx'
import { SignInFrame } from './SignInFrame.tsx'
import { useWhy } from './useSignIn.ts'
import './firstStart.css'

type Users = Value<'centre.demo'>['users']

/** Nobody is in the centre yet: look at the demo, or set up one's own. `onBegin` keeps this screen while the centre is being filled. */
export function FirstStart({ onBegin, onEntered }: { onBegin: () => void; onEntered: () => void }) {
  const { t } = useText()
  const demo = useWrite('centre.demo')
  const why = useWhy()
  const [ownCentre, setOwnCentre] = useState(false)
  const [users, setUsers] = useState<Users | null>(null)

  const openDemo = async () => {
    onBegin()
    const reply = await demo.run({}, { undoable: false, failureToast: false })
    if (reply.ok) setUsers(reply.value.users)
  }
  if (users !== null) return <DemoReady users={users} onEntered={onEntered} />
  if (ownCentre) return <SetUp onBegin={onBegin} onEntered={onEntered} onBack={() => setOwnCentre(false)} />
  return (
    <SignInFrame>
      <div className="sign-in-wide">
        <div className="sign-in-head">
          <Seal size={48} />
          <h1>{t('signIn.firstTitle')}</h1>
          <p>{t('signIn.firstLead')}</p>
        </div>
        <div className="first-ways">
          <Way icon="board" title={t('signIn.demoTitle')} text={t('signIn.demoText')}>
            {demo.pending ? (
              <div className="first-working" role="status">
                <span className="first-working-bar" />
                {t('signIn.demoWorking')}
              </div>
            ) : (
              <>
                <FormAlert said={demo.failure === null ? null : why(demo.failure)} />
                <Button kind="primary" size="large" icon="calendar" onClick={() => void openDemo()}>
                  {t('signIn.demoAction')}
                </Button>
              </>
            )}
          </Way>
          <Way icon="building" title={t('signIn.ownTitle')} text={t('signIn.ownText')}>
            <Button
              size="large"
              icon="plus"
              disabledReason={demo.pending ? t('signIn.demoWorking') : null}
              onClick={() => setOwnCentre(true)}
            >
              {t('signIn.ownAction')}
            </Button>
          </Way>
        </div>
      </div>
    </SignInFrame>
  )
}

function Way({
  icon,
  title,
  text,
  children,
}: {
  icon: 'board' | 'building'
  title: string
  text: string
  children: ReactNode
}) {
  const name: IconName = icon === 'board' ? 'calendar' : 'building'
  return (
    <section className="first-way panel">
      {icon === 'board' ? <LittleBoard /> : <LittleForm />}
      <h2 className="first-way-title">
        <Icon name={name} size={20} />
        {title}
      </h2>
      <p className="secondary">{text}</p>
      <div className="first-way-action">{children}</div>
    </section>
  )
}

/** Lanes of a day in team colours, as the board draws them. Positions are hundredths of the width. */
const lanes = [
  [
    [4, 22, 'teal', 'tint'],
    [30, 18, 'indigo', 'solid'],
    [62, 26, 'orange', 'tint'],
  ],
  [
    [12, 30, 'green', 'solid'],
    [52, 14, 'rose', 'tint'],
    [74, 20, 'violet', 'tint'],
  ],
  [
    [4, 44, 'sky', 'solid'],
    [56, 36, 'ochre', 'tint'],
  ],
] as const

function LittleBoard() {
  return (
    <div className="little little-board" aria-hidden>
      {lanes.map((blocks, lane) => (
        <div key={lane} className="little-lane">
          {blocks.map(([from, width, colour, shade]) => (
            <span
              key={from}
              style={{
                left: `${from}%`,
                width: `${width}%`,
                background: `var(--team-${colour}-${shade})`,
                borderLeftColor: `var(--team-${colour}-bar)`,
              }}
            />
          ))}
        </div>
      ))}
      <i className="little-now" />
    </div>
  )
}

function LittleForm() {
  return (
    <div className="little little-form" aria-hidden>
      <span />
      <b />
      <span />
      <b />
      <em />
    </div>
  )
}
