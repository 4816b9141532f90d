import { View } from '@tarojs/components'
import { Card, Title } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { ReadAloud } from '../../../components/ReadAloud'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import type { Query } from '../../../platform/query'
import { useQuery } from '../../../platform/query'
import { go } from '../../../platform/go'
import { CardLines } from './CardLines'
import { MyPhoto } from './MyPhoto'
import { readOut, type ServiceCard, useServiceCard } from './contacts'
import { routes } from '../../../../core/shared/routes'

interface ShownProps {
  query: Query<ServiceCard>
  /** May print cards of the branch. */
  prints: boolean
  /** It is the reader's own card, on which they may put their photo for those who come to see them. */
  own?: boolean
}

const Shown = ({ query, prints, own = false }: ShownProps) => (
  <Screen>
    <Loaded query={query}>
      {card => (
        <View className="stack">
          <Title>{card.elder.name}的亲情服务卡</Title>
          <CardLines card={card} />
          {own && (
            <>
              <LinkRow icon="calendar" words="约医生、律师" onPress={() => go(routes.consult())} />
              <LinkRow icon="hand" words="请人陪着看病，提个心愿" onPress={() => go(routes.wishes())} />
            </>
          )}
          <LinkRow icon="place" words="附近的服务站" note="哪里开着门、谁在值班、怎么走" onPress={() => go(routes.stations())} />
          <ReadAloud text={readOut(card)} />
          {own && <MyPhoto name={card.elder.name} portrait={card.elder.portrait} onChange={query.reload} />}
          {prints ? (
            <LinkRow
              icon="file"
              words="打印这张卡"
              note="大字，贴在家里的电话旁边"
              onPress={() => go(routes.print({ memberId: card.elder.memberId }))}
            />
          ) : (
            <Card title="想要一张纸的？">
              <View>请支部书记打印一张大字的服务卡，贴在家里的电话旁边。人换了，扫一扫卡上的码，看到的总是现在的。</View>
            </Card>
          )}
        </View>
      )}
    </Loaded>
  </Screen>
)

/** Everyone on an elder's card, large, each one tap from being rung. */
export const FullCard = ({ memberId, ...rest }: Omit<ShownProps, 'query'> & { memberId: string }) => (
  <Shown query={useServiceCard(memberId)} {...rest} />
)

/** The card that a printed code opens; a reader it is not for is told so kindly, and nothing else. */
export const ScannedCard = ({ code, prints }: { code: string; prints: boolean }) => (
  <Shown query={useQuery('card.open', { code })} prints={prints} />
)
