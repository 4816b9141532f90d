import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { CARDS_ON_A_PAGE as ON_A_PAGE } from '../../../../core/care/cards/page'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Skeleton } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PickOne } from '../../../components/PickOne'
import { Progress } from '../../../components/Progress'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { pictured } from '../../../components/spoken'
import { go } from '../../../platform/go'
import { type BranchMember, useBranchMembers } from '../../people/public'
import { canPrint, printPictures, savePicture } from '../../../platform/picture'
import { useSheets } from './useSheets'
import './Print.css'
import { routes } from '../../../../core/shared/routes'

const ALL = '*'

/** Whose cards can be chosen: those of all, of a group, of one person. */
const optionsOf = (elders: readonly BranchMember[], only: string | undefined) => {
  const groups = [...new Set(elders.flatMap(one => one.groupName ?? []))].sort((a, b) => a.localeCompare(b, 'zh-CN'))
  const one = elders.find(elder => elder.memberId === only)
  return [
    ...(one ? [{ value: `=${one.memberId}`, words: `只印${one.name}一位` }] : []),
    { value: ALL, words: `全支部 ${elders.length} 位老同志` },
    ...groups.map(name => ({ value: name, words: `${name} ${elders.filter(elder => elder.groupName === name).length} 位` })),
  ]
}

const chosenOf = (elders: readonly BranchMember[], value: string): string[] =>
  elders
    .filter(one => value === ALL || value === `=${one.memberId}` || one.groupName === value)
    .sort((a, b) => (a.groupName ?? '').localeCompare(b.groupName ?? '', 'zh-CN'))
    .map(one => one.memberId)

const Pages = ({ pages }: { pages: readonly string[] }) => {
  const [saved, setSaved] = useState<number | undefined>()
  const save = async () => {
    let done = 0
    for (const [index, page] of pages.entries()) if (await savePicture(page, `亲情服务卡第${index + 1}页.png`)) done++
    setSaved(done)
  }
  return (
    <>
      {saved !== undefined && saved === pages.length && (
        <Notice tone="good" title={`保存好了 ${saved} 页，可以发给打印店`} onSeen={() => setSaved(undefined)} />
      )}
      {saved !== undefined && saved < pages.length && (
        <Notice tone="warn" title={`保存了 ${saved} 页，还有 ${pages.length - saved} 页没有保存成`} onSeen={() => setSaved(undefined)}>
          <View>手机没有允许存到相册。可以长按下面的每一页保存。</View>
        </Notice>
      )}
      <Button icon="download" onPress={save}>
        存成图片
      </Button>
      {pages.map((page, index) => (
        <Image key={page.slice(-64)} className="sheet-page" src={page} mode="widthFix" {...pictured(`第 ${index + 1} 页`)} />
      ))}
    </>
  )
}

/** Printed cards: who, then A4 pages of four in large type, each with a code that opens that card. */
export const Print = ({ branchId, memberId }: { branchId: string; memberId?: string | undefined }) => {
  const { members, complete, refusal, reload } = useBranchMembers(branchId)
  const elders = members.filter(one => one.standing !== 'in-service')
  const [chosen, setChosen] = useState(memberId === undefined ? ALL : `=${memberId}`)
  const sheets = useSheets(branchId)
  const ids = chosenOf(elders, chosen)
  const wanted = Math.ceil(ids.length / ON_A_PAGE)
  const made = sheets.total === undefined && sheets.pages.length > 0 && sheets.pages.length === wanted
  const choose = (value: string) => {
    sheets.forget()
    setChosen(value)
  }
  const main = () => {
    if (!complete || sheets.total !== undefined) return undefined
    if (made)
      return canPrint ? (
        <BigButton icon="file" onPress={() => printPictures(sheets.pages, '亲情服务卡')}>
          打印
        </BigButton>
      ) : undefined
    return (
      <BigButton icon="id-card" disabled={ids.length === 0} onPress={() => sheets.make(ids, sheets.pages)}>
        {sheets.pages.length > 0 ? '接着做' : `做 ${wanted} 页卡片`}
      </BigButton>
    )
  }
  return (
    <Screen main={main()}>
      <View className="soft">
        一页 A4 纸四张，大字，沿虚线剪开，贴在老同志家的电话旁边。人换了不用重印：扫卡上的码，看到的总是现在的人。
      </View>
      {!complete && !refusal && <Skeleton cards={1} />}
      {refusal && <Failure refusal={refusal} onRetry={reload} />}
      {complete && <PickOne label="给谁印" options={optionsOf(elders, memberId)} value={chosen} onChange={choose} />}
      {sheets.total !== undefined && <Progress done={sheets.pages.length} total={sheets.total} words="正在做卡片" />}
      {sheets.refusal && <Failure refusal={sheets.refusal} />}
      {sheets.failed && (
        <Notice tone="warn" title="这部手机画不出卡片">
          换一部手机，或者用电脑打开再做。
        </Notice>
      )}
      <LinkRow icon="place" words="支部服务点的地点和电话" note="印在卡上" onPress={() => go(routes.point())} />
      {made && <Pages pages={sheets.pages} />}
    </Screen>
  )
}
