import { View } from '@tarojs/components'
import { monthOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Section, Title } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { day } from '../../../components/times'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { named, worries } from './words'

/** So many places are named here; the board has all of them. */
const SHOWN = 6

interface Props {
  orgId: string
  name: string
}

/** The board as a street and the bureau open on it: what needs them now, each line one tap from the rows behind it, then the whole of it. */
export const BoardNow = ({ orgId, name }: Props) => {
  const month = monthOf(now())
  const query = useQuery('board.get', { orgId, period: month })
  return (
    <>
      <View>
        <Title>{name}</Title>
        <View className="soft">{day(now())}</View>
      </View>
      <Loaded query={query} cards={3}>
        {({ attention }) => {
          const lines = attention.filter(one => worries[one.topic])
          return (
            <Section title="需要关注">
              {lines.length === 0 && <Empty icon="done" title="没有超期的事" hint="哪里有没人接的求助、没去的走访，会先列在这里。" />}
              {lines.slice(0, SHOWN).map(line => {
                const about = worries[line.topic]
                return about ? (
                  <LinkRow
                    key={`${line.topic}:${line.orgId}`}
                    icon={about.icon}
                    words={about.line(line.worry)}
                    note={line.name}
                    onPress={() => go(about.page(line, month))}
                  />
                ) : null
              })}
            </Section>
          )
        }}
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
    </>
  )
}
