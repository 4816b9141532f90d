import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { marked } from 'marked'
import { root } from '../../config/fresh'
import { worldOf } from '../features/support/world'
import { runScript, shown, type Shown } from './support/shown'
import { type State, states, turnTo } from './support/walk'

const OUT = join(root, 'dist/handbook')
/** Where the handbook's text wants a picture: a page as a person of the demo opens it, in large letters where it says so. */
const WANTED = /<!-- picture: ([a-zA-Z]+) ([a-z0-9-]+)( large)? -->/g

const take = async ({ phone }: Shown, all: readonly State[], name: string, openid: string, large: boolean): Promise<string> => {
  const state = all.find(one => one.name === name && one.openid === openid)
  if (!state) throw new Error(`The handbook wants a picture of ${name} by ${openid}; test/e2e/support/pages.ts has none.`)
  const page = await phone(openid, { large, scale: 1.5 })
  await turnTo(page, state.to)
  const png = await page.screenshot()
  await page.context().close()
  return `<img src="data:image/png;base64,${png.toString('base64')}" alt="">`
}

/** The text with its pictures in their places. */
const illustrate = async (product: Shown, text: string): Promise<string> => {
  const all = states(await worldOf(product.branch))
  let done = text
  for (const [mark, name = '', openid = '', large] of text.matchAll(WANTED))
    done = done.replace(mark, await take(product, all, name, openid, large !== undefined))
  return done
}

const page = (title: string, body: string, points: number): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<title>${title}</title><style>
  @page { size: A4; margin: 18mm }
  body { max-width: 46em; margin: 0 auto; padding: 1em; font: ${String(points)}pt/1.6 sans-serif; color: #1f1a17 }
  h2 { break-before: page } h1 + p + h2, h2:first-of-type { break-before: auto } h2, h3 { break-after: avoid; color: #8c0e12 }
  img { display: block; width: 62mm; margin: 4mm 0; border: 1px solid #8a7d73; border-radius: 3mm; break-inside: avoid }
</style><body>${body}`

/**
 * `npm run handbook`: the user handbook with pictures of the running product, to be read and printed, in dist/handbook: the whole of it, and the
 * members' part by itself in large letters.
 */
runScript(async () => {
  await mkdir(OUT, { recursive: true })
  const text = await readFile(join(root, 'docs/handbook.md'), 'utf8')
  await shown(async product => {
    const whole = await illustrate(product, text)
    const [, members = ''] = /(\n## 一、[^]*?)\n## 二、/.exec(whole) ?? []
    if (members === '') throw new Error('docs/handbook.md has no part 一 before part 二.')
    for (const [name, title, part, points] of [
      ['handbook', '常青365 使用手册', whole, 12],
      ['members', '常青365 老同志手册', `# 常青365 老同志手册\n${members}`, 20],
    ] as const) {
      const html = page(title, await marked(part), points)
      await writeFile(join(OUT, `${name}.html`), html)
      const sheet = await product.browser.newPage()
      await sheet.setContent(html)
      await sheet.pdf({ path: join(OUT, `${name}.pdf`), format: 'A4', printBackground: true })
      await sheet.close()
      console.log(join(OUT, `${name}.pdf`))
    }
  })
})
