import { View } from '@tarojs/components'
import { monthOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { Panes } from '../../../components/Screen'
import { day } from '../../../components/times'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { Attention } from './Attention'
import { Sentence } from './Sentence'
import { named } from './words'

interface Props {
  orgId: string
  name: string
}

/** The board as a street and the bureau open on it: what needs them now, each line one tap from the rows behind it, then the whole of it. */
export const BoardNow = ({ orgId, name }: Props) => {
  const place = { orgId, name, month: monthOf(now()), branch: false, secretary: false, bureau: false }
  const query = useQuery('board.get', { orgId, period: place.month })
  const head = (
    <>
      <View>
        <Title>{name}</Title>
        <View className="soft">{day(now())}</View>
      </View>
      <LinkRow icon="search" words="找人" note="按姓名、拼音、电话后四位" onPress={() => go(routes.find())} />
      {query.data && <Sentence place={place} data={query.data} />}
    </>
  )
  return (
    <Panes side={head}>
      <Loaded query={query} cards={3}>
        {data => <Attention place={place} data={data} />}
      </Loaded>
      <Button icon="chart" onPress={() => go(routes.overview(named({ orgId, name })))}>
        看整个看板
      </Button>
      <LinkRow
        icon="help"
        words="求助看板"
        note="没人接的、超时的、各类多久办好"
        onPress={() => go(routes.requestBoard(named({ orgId, name })))}
      />
    </Panes>
  )
}
