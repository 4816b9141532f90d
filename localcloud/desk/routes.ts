import { buildSync } from 'esbuild'
import { join } from 'node:path'
import { Refusal, sendText, type Route } from '../http/exchange'
import { sendStatic } from '../http/static'

/** The desk at `/`, and the phone's web build from `web` under `/phone/`. */
export function deskRoutes(web: string | undefined): Route[] {
  const built = new Map<string, string>()
  const scriptOf = (name: string) => {
    const text = built.get(name) ?? buildScript(name)
    built.set(name, text)
    return text
  }
  return [
    { method: 'GET', pattern: /^\/$/, handle: ({ res }) => sendStatic(res, __dirname, 'index.html') },
    {
      method: 'GET',
      pattern: /^\/(desk(?:-panels|-chat|-data|-overview)?\.css)$/,
      handle: ({ res, params: [file = ''] }) => sendStatic(res, __dirname, file),
    },
    {
      method: 'GET',
      pattern: /^\/(desk|phone-network)\.js$/,
      handle: ({ res, params: [name = ''] }) => sendText(res, scriptOf(name), 'text/javascript; charset=utf-8'),
    },
    {
      method: 'GET',
      pattern: /^\/phone\/(.*)$/,
      handle: async ({ req, res, params: [path = ''] }) => {
        if (web === undefined) throw new Refusal(404, -501007, 'This cloud was started without a web build of the phone (--web)')
        const onDesk = req.headers['sec-fetch-dest'] === 'iframe'
        await sendStatic(res, web, path, onDesk ? withNetworkSwitch : undefined)
      },
    },
  ]
}

/** The page with the switch of its network put before everything of its own. */
const withNetworkSwitch = (html: string) =>
  html.replace(/<head[^>]*>|<meta charset[^>]*>|^<!doctype html>/i, tag => `${tag}<script src="/phone-network.js"></script>`)

function buildScript(name: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, `${name}.ts`)],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    loader: { '.svg': 'text' },
    write: false,
  })
  const text = outputFiles[0]?.text
  if (text === undefined) throw new Error(`The script ${name} of the desk could not be built`)
  return text
}
