import { useMemo } from 'react'
import { BigButton } from '../../../components/Button'
import { KeptPicture } from '../../../components/KeptPicture'
import { Empty, Loaded } from '../../../components/Loaded'
import { HEIGHT, WIDTH } from '../../../components/paper'
import { Screen } from '../../../components/Screen'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { type Card, cardWords, paintCard } from './card'
import { routes } from '../../../../core/shared/routes'

const Drawn = ({ card }: { card: Card }) => {
  const paint = useMemo(() => paintCard(card), [card])
  return (
    <KeptPicture
      width={WIDTH}
      height={HEIGHT}
      paint={paint}
      thing="贺卡"
      words={cardWords(card)}
      name={`${card.name}贺卡.png`}
      kept="祝福一直都在，换一部手机再看看。"
    />
  )
}

/** The card of the day, drawn with the person's name, to keep. */
export const Greeting = ({ celebrationId }: { celebrationId: string }) => {
  const query = useQuery('birthday.greeting', { celebrationId })
  return (
    <Screen main={<BigButton onPress={() => go(routes.home())}>回首页</BigButton>}>
      <Loaded query={query} cards={1}>
        {({ card }) =>
          card ? <Drawn card={card} /> : <Empty icon="calendar" title="这里会有您的生日贺卡" hint="到了那一天早上八点，贺卡就送来了。" />
        }
      </Loaded>
    </Screen>
  )
}
