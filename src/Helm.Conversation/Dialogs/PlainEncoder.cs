using System.Globalization;
using System.Text;
using HandlebarsDotNet;

namespace Helm.Conversation.Dialogs;

/// <summary>Leaves values as they are. <see cref="HandlebarsConfiguration.NoEscape"/> alone does not reach into block helpers.</summary>
internal sealed class PlainEncoder : ITextEncoder
{
    /// <summary>What compiles templates whose values come out as they are, numbers the same everywhere.</summary>
    public static IHandlebars CreateHandlebars() => Handlebars.Create(new HandlebarsConfiguration
    {
        NoEscape = true,
        TextEncoder = new PlainEncoder(),
        FormatProvider = CultureInfo.InvariantCulture,
    });

    public void Encode(StringBuilder? text, TextWriter target) => target.Write(text);

    public void Encode(string? text, TextWriter target) => target.Write(text);

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        while (text?.MoveNext() == true)
        {
            target.Write(text.Current);
        }
    }
}
