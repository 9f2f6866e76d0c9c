/** The panel’s menus, in a script of their own: they are loaded when one is opened. */
export {default as css} from '../atoms/menu.css?inline';
export {HeaderMenu} from './HeaderMenu.tsx';
export {RowMenu} from './RowMenu.tsx';
