using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Recognition;

namespace Helm.Conversation.Intents.Slash;

/// <summary>The commands of the documents, flags in any order. An unknown flag or value is named, never dropped.</summary>
internal sealed class SlashRecogniser(LanguagePack pack, SlotReader reader) : IRecogniser
{
    private readonly Dictionary<string, (IntentDefinition Intent, CommandForm Form)> _forms = pack.Intents
        .SelectMany(intent => intent.Commands.SelectMany(form => form.Names.Select(name => (name, intent, form))))
        .ToDictionary(entry => entry.name, entry => (entry.intent, entry.form));

    public string Name => "slash";

    public Recognised? Recognise(Heard heard)
    {
        if (SlashText.Cut(heard.Raw) is not { } parts || Find(parts) is not (var intent, var form, var used))
        {
            return null;
        }

        var found = new Recognised(intent, 1);
        foreach (var (slot, value) in form.Sets)
        {
            found.Entities[slot] = value;
        }

        Read(found, form, parts[used..], heard);

        return found;
    }

    /// <summary>The name of a command may be of two words: <c>ops-manage check-health</c>.</summary>
    private (IntentDefinition Intent, CommandForm Form, int Used)? Find(List<string> parts)
    {
        for (var used = Math.Min(2, parts.Count); used > 0; used--)
        {
            if (_forms.TryGetValue(string.Join(' ', parts.Take(used)).ToLowerInvariant(), out var form))
            {
                return (form.Intent, form.Form, used);
            }
        }

        return null;
    }

    private void Read(Recognised found, CommandForm form, List<string> parts, Heard heard)
    {
        var words = new List<string>();
        for (var at = 0; at < parts.Count; at++)
        {
            if (Flag(parts[at]) is not { } flag)
            {
                words.Add(parts[at]);
                continue;
            }

            var (name, value) = flag;
            if (!form.Flags.TryGetValue(name, out var slot))
            {
                found.Unresolved.Add(new UnresolvedName("flag", "--" + name, [.. form.Flags.Keys.Select(known => "--" + known)]));
            }
            else if (found.Intent.Slots[slot].Kind == "flag")
            {
                found.Entities[slot] = value is not "false";
            }
            else
            {
                value ??= at + 1 < parts.Count && Flag(parts[at + 1]) is null ? parts[++at] : "";
                reader.Read(found, slot, value, heard);
            }
        }

        if (words.Count > 0)
        {
            reader.ReadFree(found, form, words, heard);
        }
    }

    private static (string Name, string? Value)? Flag(string part)
    {
        if (part.Length < 2 || part[0] is not ('-' or '—' or '–') || char.IsAsciiDigit(part[1]))
        {
            return null;
        }

        var flag = part.TrimStart('-', '—', '–');
        var equals = flag.IndexOf('=');

        return equals < 0 ? (flag.ToLowerInvariant(), null) : (flag[..equals].ToLowerInvariant(), flag[(equals + 1)..]);
    }
}
