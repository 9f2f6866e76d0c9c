// @vitest-environment happy-dom
import {render} from 'preact';
import {describe, expect, it} from 'vitest';
import {plainNodes} from '../../../../src/ui/forms/plain-nodes.tsx';

function shown(html: string): string {
  const root = document.createElement('div');
  render(plainNodes(html), root);
  return root.innerHTML;
}

describe('HTML from GitLab', () => {
  it.each([
    ['<p dir="auto" onclick="x()">a <strong>b</strong></p>', '<p>a <strong>b</strong></p>'],
    ['<h2 id="a"><a href="#a" class="anchor"></a>Title</h2>', '<p class="heading level-2"><u></u>Title</p>'],
    ['<a href="javascript:x()">go</a>', '<u>go</u>'],
    ['<img src="x" alt="a logo" onerror="x()">', 'a logo'],
    ['<script>x()</script><style>*{}</style><iframe src="/"></iframe>ok', 'ok'],
    ['<p>ok</p><svg><script>x()</script></svg>', '<p>ok</p>'],
    ['<ul><li><input type="checkbox" checked disabled> done</li></ul>', '<ul><li>☑  done</li></ul>'],
    ['<div><span data-x="1">in</span></div>', 'in'],
    [
      '<table><tbody><tr><td colspan="2" style="x">c</td></tr></tbody></table>',
      '<table><tbody><tr><td>c</td></tr></tbody></table>',
    ],
    [
      '<div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title">Note</p><p>x</p></div>',
      '<blockquote><p>Note</p><p>x</p></blockquote>',
    ],
    ['<dl><dt>a</dt><dd>b</dd></dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
    ['&lt;b&gt; is text', '&lt;b&gt; is text'],
    ['<!-- hidden -->seen', 'seen'],
  ])('%j is shown as %j', (html, expected) => {
    expect(shown(html)).toBe(expected);
  });
});
