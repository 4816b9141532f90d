import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { strands, strandWords } from '../../../../core/life/strands/kinds'
import { dateOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { Title } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { ShareButton } from '../../../components/OpenButtons'
import { Panes, Screen } from '../../../components/Screen'
import { sharePicture } from '../../../components/sharePicture'
import { Tabs } from '../../../components/Tabs'
import type { Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useQuery } from '../../../platform/query'
import { useShareCard } from '../../../platform/share'
import { Album } from './Album'
import { Strands } from './Strands'
import { Themes } from './Themes'

/** Years that can be looked at, this one first; earlier ones by a card that names them. */
const yearWords = ['今年', '去年', '前年']

const cardOf = (year: number, shown: Given<'activity.year'> | undefined) => ({
  title: shown === undefined ? '支部这一年' : `${shown.branchName}的${String(year)}年`,
  route: routes.branchYear({ orgId: shown?.branchId, year }),
  picture:
    shown &&
    sharePicture({
      ...{ over: shown.branchName, title: `我们的${String(year)}年`, block: '相册' },
      lines: [
        strands.map(strand => `${strandWords[strand]} ${String(shown.strands[strand])} 场`).join(' · '),
        shown.themes.map(one => one.title).join('、'),
      ],
      large: `${String(shown.held)} 次活动，${String(shown.months.reduce((sum, one) => sum + one.photos, 0))} 张照片`,
    }),
})

interface Props {
  branchId: string | undefined
  year: number | undefined
  forMemberId: { forMemberId?: string }
  head: ReactNode
}

/** 支部这一年: what was held, in which strands, the themes of its quarters and its pictures. */
export const BranchYear = ({ branchId, year: first, forMemberId, head }: Props) => {
  const thisYear = Number(dateOf(now()).slice(0, 4))
  const [year, setYear] = useState(first ?? thisYear)
  const query = useQuery('activity.year', { year, ...(branchId === undefined ? {} : { branchId }), ...forMemberId })
  const card = cardOf(year, query.data)
  useShareCard(card)
  return (
    <Screen wide>
      {head}
      <Tabs
        options={yearWords.map((words, back) => ({ value: String(thisYear - back), words }))}
        value={String(year)}
        onChange={chosen => setYear(Number(chosen))}
      />
      <Loaded query={query}>
        {shown => (
          <View className="stack">
            <Title>{shown.branchName}</Title>
            <Panes
              side={
                <>
                  <Strands shown={shown} year={year} />
                  <Themes key={year} shown={shown} year={year} onChanged={query.reload} />
                  <ShareButton words="转发到微信群" card={card} />
                </>
              }
            >
              <Album key={year} shown={shown} forMemberId={forMemberId} />
            </Panes>
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
