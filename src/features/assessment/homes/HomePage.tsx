import { View } from '@tarojs/components'
import { checkWords } from '../../../../core/assessment/homes/checks'
import { routes } from '../../../../core/shared/routes'
import { sayDay } from '../../../../core/shared/spans'
import { Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { PhotoList } from '../../../components/PhotoList'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { Unfold } from '../../../components/Unfold'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { CheckForm } from './CheckForm'
import { Leave } from './Leave'
import { type Check, checkChips } from './words'

const One = ({ homeId, one, checks, onDone }: { homeId: string; one: Check; checks: boolean; onDone: () => Promise<void> }) => {
  const { name, look } = checkWords[one.check]
  return (
    <Card>
      <View className="row">
        <View className="grow strong">{name}</View>
        <StateChip {...checkChips[one.state]} />
      </View>
      <View className="soft">{look}</View>
      {one.last && (
        <>
          <View className="soft small">{`${one.last.on.slice(0, 4)}年${sayDay(one.last.on)} · ${one.last.by}看的`}</View>
          {one.last.words !== '' && <View>{one.last.words}</View>}
          <PhotoList fileIds={one.last.photoFileIds} of={name} />
        </>
      )}
      {checks && (
        <Unfold icon="check" words={`看一看“${name}”`}>
          {close => <CheckForm homeId={homeId} check={one.check} onDone={onDone} onClose={close} />}
        </Unfold>
      )}
    </Card>
  )
}

/** A 老党员之家 with its ten checks. */
export const HomePage = ({ homeId }: { homeId: string }) => {
  const query = useQuery('home.get', { homeId })
  return (
    <Screen wide>
      <Loaded query={query} cards={3}>
        {home => (
          <View className="stack">
            <View>
              <Title>{home.name}</Title>
              <View className="soft words-whole">{home.address}</View>
            </View>
            <View className="strong">
              {`“十有”达到 ${String(home.holds)} 项${home.lacks > 0 ? `，还缺 ${String(home.lacks)} 项` : ''}${home.unseen > 0 ? `，${String(home.unseen)} 项没看过` : ''}`}
            </View>
            {home.branches.length > 0 && <View className="soft">{`使用的支部：${home.branches.map(one => one.name).join('、')}`}</View>}
            <Section title="一项一项看">
              <View className="stack">
                {home.checks.map(one => (
                  <One key={one.check} homeId={homeId} one={one} checks={home.may.includes('check')} onDone={query.reload} />
                ))}
              </View>
            </Section>
            {home.may.includes('save') && (
              <Button icon="edit" onPress={() => go(routes.savePartyHome({ orgId: home.orgId, id: homeId }))}>
                改名字、地址
              </Button>
            )}
            {home.leavers.length > 0 && <Leave homeId={homeId} home={home} onDone={query.reload} />}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
