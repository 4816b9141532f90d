import { View } from '@tarojs/components'
import { useState } from 'react'
import { dutyWords } from '../../../../core/life/rhythm/words'
import { IconButton } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { SideBySide } from '../../../components/SideBySide'
import { spoken } from '../../../components/spoken'
import { useQuery } from '../../../platform/query'
import { RuleForm } from './RuleForm'
import { perWords, type Rule } from './rule-words'

/** 每季度 1 次，过期 10 天内补办还算. */
const said = ({ per, times, graceDays }: Rule): string =>
  times === 0 ? '不要求' : `${perWords[per]} ${String(times)} 次${graceDays === 0 ? '' : `，过后 ${String(graceDays)} 天内补办也算`}`

/** How often each duty is owed under an organization, and by which document; the bureau sets its own. */
export const RhythmRules = ({ orgId, name }: { orgId: string; name: string }) => {
  const query = useQuery('rhythm.rules', { orgId })
  const [setting, setSetting] = useState<Rule | undefined>()
  if (setting) {
    const done = () => {
      setSetting(undefined)
      void query.reload()
    }
    return <RuleForm orgId={orgId} rule={setting} onDone={done} />
  }
  return (
    <Screen wide>
      <Title>{name}</Title>
      <View className="soft">各支部多久办一次；改了从这一期起算，以前的不重算。</View>
      <Loaded query={query} cards={4}>
        {({ items, may }) => (
          <SideBySide>
            {items.map(rule => (
              <Card key={rule.duty}>
                <View className="row">
                  <View className="grow strong" {...spoken('heading', { level: 3 })}>
                    {dutyWords[rule.duty]}
                  </View>
                  {may.includes('configure') && (
                    <IconButton icon="edit" words="改" label={`改：${dutyWords[rule.duty]}多久一次`} onPress={() => setSetting(rule)} />
                  )}
                </View>
                <View>{said(rule)}</View>
                <View className="soft small">{`《${rule.document}》${rule.article ?? ''}`}</View>
              </Card>
            ))}
          </SideBySide>
        )}
      </Loaded>
    </Screen>
  )
}
