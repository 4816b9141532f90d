import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Section, Title } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Unfold } from '../../../components/Unfold'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { PickHelper } from './PickHelper'
import { sayPaired, OutcomeNotice, type Outcome } from './OutcomeNotice'
import { kindWord, month } from './words'
import { routes } from '../../../../core/shared/routes'

/** One elder: who looks after them now, who did before, and the way to choose another. */
export const ElderScreen = ({ memberId, name }: { memberId: string; name: string }) => {
  const query = useQuery('pairing.history', { memberId })
  const [told, setTold] = useState<Outcome | undefined>()
  return (
    <Screen>
      <OutcomeNotice said={told} onSeen={() => setTold(undefined)} />
      <Title>谁联系{name}</Title>
      <Loaded query={query}>
        {({ items }) => {
          const theirs = items.filter(one => one.memberId === memberId)
          const current = theirs.filter(one => one.until === null)
          const former = theirs.filter(one => one.until !== null)
          return (
            <View className="stack">
              {current.length === 0 && <Card edge="warn">现在没有人联系。</Card>}
              {current.map(one => (
                <PersonRow
                  key={one.helperId}
                  name={one.helperName}
                  note={`${kindWord(one.kind)}，从${month(one.since)}起`}
                  onPress={() => go(routes.helper({ helperId: one.helperId }))}
                />
              ))}
              <Unfold words={current.length === 0 ? '选一位来联系' : '换一位，或再加一位'} icon="person-add">
                {close => (
                  <PickHelper
                    memberId={memberId}
                    name={name}
                    onBack={close}
                    onDone={async (helper, load) => {
                      close()
                      setTold(sayPaired(helper.name, name, load))
                      await query.reload()
                    }}
                  />
                )}
              </Unfold>
              {former.length > 0 && (
                <Section title="以前">
                  {former.map(one => (
                    <PersonRow
                      key={`${one.helperId}${one.since}`}
                      name={one.helperName}
                      note={`${month(one.since)} 到 ${month(one.until ?? one.since)}${one.reason ? `，${one.reason}` : ''}`}
                    />
                  ))}
                </Section>
              )}
            </View>
          )
        }}
      </Loaded>
    </Screen>
  )
}
