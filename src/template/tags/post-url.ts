import { inlineTemplate } from '../../core/inline-template.js';
import { markupError, type Tag } from '../../core/template.js';
import { hintFor } from '../../core/text/nearest.js';
import { strip } from '../../core/text/strip.js';
import { urlOnPage } from './link.js';

const postName = /^(.+\/)*(\d+-\d+-\d+)-(.*)$/m;

/** `{% post_url 2020-01-01-name %}`: the URL of a post by the name of its file, without extension. */
export const postUrl: Tag = {
  body: 'none',
  parse(start) {
    const text = strip(start.markup);
    if (!text.includes('{{')) checkName(text);
    const nameAt = inlineTemplate(text, start);
    return (context) => {
      const name = strip(nameAt(context));
      checkName(name);
      const url = context.host.urlOfPost(name.replace(/^\//, ''));
      if (url === undefined) {
        throw markupError(
          0,
          `Could not find post "${name}" in tag 'post_url'. Make sure the post exists and the name is correct.`,
          'template/missing-post',
          hintFor(context.host.nearPost(name), 'A post that is not published yet, or a draft, is not found either.'),
        );
      }
      return urlOnPage(context, url);
    };
  },
};

function checkName(name: string): void {
  if (postName.test(name.replace(/^\//, ''))) return;
  throw markupError(
    0,
    `Could not parse name of post "${name}" in tag 'post_url'. Make sure the post exists and the name is correct.`,
    'template/post-name',
    'Write the name of its file without extension: 2020-01-31-title, with folders of categories before it.',
  );
}
