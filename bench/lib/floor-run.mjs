// The least that any build in Node has to do: read every file, convert every post with markdown-it alone, write as many bytes as the real build wrote.
// node floor-run.mjs SOURCE BUILT DESTINATION
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import MarkdownIt from 'markdown-it';

if (isMainThread) await main(...process.argv.slice(2));
else parentPort.postMessage(convertAll(workerData));

async function main(source, built, destination) {
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !path.startsWith(built) && !path.includes('.jekyll-cache'));
  const texts = files.map((path) => readFileSync(path, 'utf8'));
  const posts = texts.filter((_, index) => files[index].endsWith('.md'));
  const threads = availableParallelism() > 1 && posts.length > 100 ? 1 : 0;
  const share = Math.ceil(posts.length / (threads + 1));
  const working =
    threads === 0
      ? undefined
      : new Promise((resolve) => {
          new Worker(new URL(import.meta.url), { workerData: posts.slice(share) }).on('message', resolve);
        });
  convertAll(posts.slice(0, share));
  await working;
  for (const entry of readdirSync(built, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath ?? entry.path, entry.name);
    const to = join(destination, from.slice(built.length));
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, readFileSync(from));
  }
}

function convertAll(texts) {
  const markdown = new MarkdownIt({ html: true, typographer: true });
  return texts.map((text) => markdown.render(text));
}
