import { Image, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Skeleton } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { pictured } from '../../../components/spoken'
import { canPrint, drawPicture, printPictures, savePicture } from '../../../platform/picture'
import { HEIGHT, linesOf, pagesOf, paintPage, WIDTH } from './sheet'
import type { YearPlan } from './words'
import './PrintPlan.css'

/** The plan on A4 paper: to print where there is a printer, else to keep as pictures. */
export const PrintPlan = ({ plan, year, onBack }: { plan: YearPlan; year: number; onBack: () => void }) => {
  const [pages, setPages] = useState<readonly (string | undefined)[] | undefined>()
  const [saved, setSaved] = useState<boolean | undefined>()
  const title = `${String(year)}年活动计划`
  useEffect(() => {
    const paints = pagesOf(linesOf(plan)).map(lines => paintPage(title, plan.branchName, lines))
    void Promise.all(paints.map(paint => drawPicture(WIDTH, HEIGHT, paint))).then(setPages)
  }, [plan, title])
  const drawn = (pages ?? []).flatMap(page => page ?? [])
  const failed = pages !== undefined && drawn.length < pages.length
  const save = async () => {
    const kept = await Promise.all(drawn.map((page, index) => savePicture(page, `${title}第${String(index + 1)}页.png`)))
    setSaved(kept.every(Boolean))
  }
  return (
    <Screen
      main={
        canPrint &&
        drawn.length > 0 && (
          <BigButton icon="file" onPress={() => printPictures(drawn, title)}>
            打印
          </BigButton>
        )
      }
    >
      {pages === undefined && <Skeleton cards={1} />}
      {failed && (
        <Notice tone="warn" title="这部手机画不出计划表">
          <View>可以导出 Excel 来打印，或者用电脑打开再打。</View>
        </Notice>
      )}
      {saved === true && <Notice tone="good" title="存到相册了，可以发给打印店" onSeen={() => setSaved(undefined)} />}
      {saved === false && (
        <Notice tone="warn" title="没有保存成" onSeen={() => setSaved(undefined)}>
          <View>手机没有允许存到相册。可以长按下面的每一页保存。</View>
        </Notice>
      )}
      {drawn.length > 0 && (
        <Button icon="download" onPress={save}>
          存成图片
        </Button>
      )}
      {drawn.map((page, index) => (
        <Image
          key={page.slice(-64)}
          className="plan-page"
          src={page}
          mode="widthFix"
          {...pictured(`${title}，第 ${String(index + 1)} 页`)}
        />
      ))}
      <Button icon="back" onPress={onBack}>
        回到计划
      </Button>
    </Screen>
  )
}
