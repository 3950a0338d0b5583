using System.Text;

namespace Solidarity.App.Tests.Texts;

/// <summary>
/// Finds the words that a .cshtml file itself says: text nodes, and the attributes that are read aloud. Razor's expressions, blocks and
/// C# are left out. Not Razor's own parser, but it knows what these pages use.
/// </summary>
internal sealed class RazorText
{
    private static readonly string[] Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr", "path", "rect"];
    private static readonly string[] Blocks = ["if", "foreach", "for", "while", "switch", "using", "lock", "section", "functions", "try", "do"];
    private static readonly string[] Directives = ["page", "model", "inject", "using", "namespace", "addTagHelper", "removeTagHelper", "inherits", "attribute"];
    private static readonly string[] Spoken = ["alt", "title", "aria-label", "placeholder", "label", "aria-description"];

    private readonly string _source;
    private readonly List<string> _said = [];
    private int _at;

    private RazorText(string source) => _source = source;

    public static List<string> In(string source)
    {
        var parser = new RazorText(source);
        parser.Markup(() => false);
        return parser._said;
    }

    private char Now => _at < _source.Length ? _source[_at] : '\0';

    private bool Ends => _at >= _source.Length;

    private bool Next(string text) => string.CompareOrdinal(_source, _at, text, 0, text.Length) == 0;

    private void Markup(Func<bool> done)
    {
        var text = new StringBuilder();
        var depth = 0;
        while (!Ends)
        {
            if (depth == 0 && done())
                break;
            if (Next("<!--"))
                _at = _source.IndexOf("-->", _at, StringComparison.Ordinal) + 3;
            else if (Now == '<' && (char.IsAsciiLetter(Peek(1)) || Peek(1) is '/' or '!'))
            {
                Keep(text);
                depth += Tag();
            }
            else if (Now == '@')
                Razor(text);
            else
                text.Append(_source[_at++]);
        }

        Keep(text);
    }

    private char Peek(int ahead) => _at + ahead < _source.Length ? _source[_at + ahead] : '\0';

    private void Keep(StringBuilder text)
    {
        if (text.ToString().Trim() is { Length: > 0 } words)
            _said.Add(words);
        text.Clear();
    }

    /// <returns>1 for a start, -1 for an end, 0 for an element without content.</returns>
    private int Tag()
    {
        _at++;
        var closing = Now == '/';
        if (closing)
            _at++;
        var name = Word(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '!' or ':');
        while (!Ends && Now != '>' && !Next("/>"))
        {
            if (Now == '@')
                Razor(new StringBuilder());
            else if (char.IsAsciiLetter(Now))
                Attribute();
            else
                _at++;
        }

        var alone = Next("/>");
        _at += alone ? 2 : 1;
        return closing ? -1 : alone || name.StartsWith('!') || Void.Contains(name) ? 0 : 1;
    }

    private void Attribute()
    {
        var name = Word(c => char.IsAsciiLetterOrDigit(c) || c is '-' or ':' or '_');
        if (Now != '=' || Peek(1) is not ('"' or '\''))
            return;
        var quote = Peek(1);
        _at += 2;
        var value = new StringBuilder();
        while (!Ends && Now != quote)
        {
            if (Now == '@')
                Razor(value);
            else
                value.Append(_source[_at++]);
        }

        _at++;
        if (Spoken.Contains(name))
            Keep(value);
    }

    private void Razor(StringBuilder text)
    {
        _at++;
        if (Now == '@')
        {
            text.Append('@');
            _at++;
        }
        else if (Now == '*')
            _at = _source.IndexOf("*@", _at, StringComparison.Ordinal) + 2;
        else if (Now == '{')
            Code();
        else if (Now == '(')
            Balanced();
        else
            Expression();
    }

    private void Expression()
    {
        var start = _at;
        var word = Word(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        var lineStart = _source[..(start - 1)].TrimEnd(' ') is var before && (before.Length == 0 || before[^1] == '\n');
        if (Directives.Contains(word) && lineStart && !Next(" ("))
            _at = _source.IndexOf('\n', _at) is var end and >= 0 ? end : _source.Length;
        else if (Blocks.Contains(word))
            Block(word);
        else
        {
            if (word == "await")
            {
                Spaces();
                Word(c => char.IsAsciiLetterOrDigit(c) || c == '_');
            }

            Chain();
        }
    }

    private void Block(string word)
    {
        do
        {
            while (!Ends && Now != '{')
            {
                if (Now == '(')
                    Balanced();
                else
                    _at++;
            }

            if (word == "section")
            {
                _at++;
                Markup(() => Now == '}');
                _at++;
            }
            else
                Code();
            var here = _at;
            Spaces();
            if (!Next("else"))
                _at = here;
        }
        while (Next("else"));
    }

    private void Chain()
    {
        while (!Ends)
        {
            if (Now is '(' or '[')
                Balanced();
            else if ((Now == '.' && char.IsLetter(Peek(1))) || (Now == '?' && Peek(1) == '.') || (Now == '!' && Peek(1) == '.'))
            {
                _at += Now == '.' ? 1 : 2;
                Word(c => char.IsAsciiLetterOrDigit(c) || c == '_');
            }
            else
                return;
        }
    }

    /// <summary>C# from its opening brace to the closing one; elements that stand where a statement could are markup again.</summary>
    private void Code()
    {
        _at++;
        var statement = true;
        while (!Ends && Now != '}')
        {
            if (Skip())
                statement = false;
            else if (statement && Now == '<' && (char.IsAsciiLetter(Peek(1)) || Peek(1) == '!'))
                Element();
            else if (Now == '{')
            {
                Code();
                statement = true;
            }
            else if (Now is '(' or '[')
            {
                Balanced();
                statement = false;
            }
            else
            {
                statement = Now == ';' || (statement && char.IsWhiteSpace(Now));
                _at++;
            }
        }

        _at++;
    }

    private void Element()
    {
        var depth = Tag();
        var text = new StringBuilder();
        while (depth > 0 && !Ends)
        {
            if (Now == '<' && (char.IsAsciiLetter(Peek(1)) || Peek(1) is '/' or '!'))
            {
                Keep(text);
                depth += Tag();
            }
            else if (Now == '@')
                Razor(text);
            else
                text.Append(_source[_at++]);
        }

        Keep(text);
    }

    private void Balanced()
    {
        var depth = 0;
        do
        {
            if (Skip())
                continue;
            depth += Now is '(' or '[' or '{' ? 1 : Now is ')' or ']' or '}' ? -1 : 0;
            _at++;
        }
        while (depth > 0 && !Ends);
    }

    /// <summary>Steps over a string, a character or a comment of C#.</summary>
    private bool Skip()
    {
        if (Next("//"))
            _at = _source.IndexOf('\n', _at);
        else if (Next("/*"))
            _at = _source.IndexOf("*/", _at, StringComparison.Ordinal) + 2;
        else if (Now is '"' or '\'')
        {
            var (quote, holes) = (Now, _at > 0 && _source[_at - 1] == '$');
            for (_at++; !Ends && Now != quote; _at++)
            {
                if (Now == '\\')
                    _at++;
                else if (holes && Now == '{' && Peek(1) != '{')
                {
                    Balanced();
                    _at--;
                }
            }

            _at++;
        }
        else
            return false;
        return true;
    }

    private string Word(Func<char, bool> part)
    {
        var start = _at;
        while (!Ends && part(Now))
            _at++;
        return _source[start.._at];
    }

    private void Spaces() => Word(char.IsWhiteSpace);
}
