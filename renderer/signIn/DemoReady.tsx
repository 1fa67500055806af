import { useState } from 'react'
import type { Value } from '../../shared/operations/index.ts'
import { Seal } from '../app/Brand.tsx'
import { Avatar } from '../app/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { useText } from '../ui/text.ts'
import { FormAlert } from './FormAlert.tsx'
import { SignInFrame } from './SignInFrame.tsx'
import { useEntering } from './useSignIn.ts'
import './firstStart.css'

/** The people of the demo centre with the secrets that are shown this once; one press signs in as one of them. */
export function DemoReady({ users, onEntered }: { users: Value<'centre.demo'>['users']; onEntered: () => void }) {
  const { t } = useText()
  const entering = useEntering(onEntered)
  const [who, setWho] = useState<string | null>(null)
  return (
    <SignInFrame>
      <div className="sign-in-wide">
        <div className="sign-in-head">
          <Seal size={48} />
          <h1>{t('signIn.demoUsersTitle')}</h1>
          <p>{t('signIn.demoUsersText')}</p>
        </div>
        <FormAlert said={entering.said} />
        <div className="panel demo-users">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('signIn.demoName')}</th>
                <th scope="col">{t('signIn.demoLogin')}</th>
                <th scope="col">{t('signIn.demoSecret')}</th>
                <th scope="col">{t('signIn.demoPin')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('signIn.submit')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {users.map((user, index) => (
                <tr key={user.login}>
                  <th scope="row">
                    <span className="demo-user">
                      <Avatar name={user.name} size={26} />
                      {user.name}
                    </span>
                  </th>
                  <td>{user.login}</td>
                  <td className="demo-secret">{user.secret}</td>
                  <td className="demo-secret">{user.pin}</td>
                  <td className="demo-enter">
                    <Button
                      size="small"
                      kind={index === 0 ? 'primary' : 'default'}
                      pending={entering.pending && who === user.login}
                      onClick={() => {
                        setWho(user.login)
                        void entering.withSecret(user.login, user.secret)
                      }}
                    >
                      {t('signIn.enterAs', { name: user.name })}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className="people-foot">
          <Button kind="quiet" onClick={onEntered}>
            {t('signIn.toSignIn')}
          </Button>
        </div>
      </div>
    </SignInFrame>
  )
}
