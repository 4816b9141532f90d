import { buildSync } from 'esbuild'
import { join } from 'node:path'
import { Refusal, sendText, type Route } from '../http/exchange'
import { sendStatic } from '../http/static'

/** The desk at `/`, and the phone's web build from `web` under `/phone/`. */
export function deskRoutes(web: string | undefined): Route[] {
  let script: string | undefined
  return [
    { method: 'GET', pattern: /^\/$/, handle: ({ res }) => sendStatic(res, __dirname, 'index.html') },
    { method: 'GET', pattern: /^\/desk\.css$/, handle: ({ res }) => sendStatic(res, __dirname, 'desk.css') },
    {
      method: 'GET',
      pattern: /^\/desk\.js$/,
      handle: ({ res }) => sendText(res, (script ??= buildScript()), 'text/javascript; charset=utf-8'),
    },
    {
      method: 'GET',
      pattern: /^\/phone\/(.*)$/,
      handle: async ({ res, params: [path = ''] }) => {
        if (web === undefined) throw new Refusal(404, -501007, 'This cloud was started without a web build of the phone (--web)')
        await sendStatic(res, web, path)
      },
    },
  ]
}

function buildScript(): string {
  const built = buildSync({
    entryPoints: [join(__dirname, 'desk.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    loader: { '.svg': 'text' },
    write: false,
  })
  const text = built.outputFiles[0]?.text
  if (text === undefined) throw new Error('The script of the desk could not be built')
  return text
}
