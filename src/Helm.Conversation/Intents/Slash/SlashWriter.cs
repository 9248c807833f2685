using System.Globalization;
using Helm.Conversation.Intents.Packs;

namespace Helm.Conversation.Intents.Slash;

/// <summary>Writes a command as the slash command that stands for it.</summary>
internal static class SlashWriter
{
    /// <summary>Null for an intent without a slash command.</summary>
    public static string? Write(IntentDefinition intent, Command command)
    {
        var form = intent.Commands
            .Where(form => form.Sets.All(set => command.Entities.TryGetValue(set.Key, out var value) && value.Equals(set.Value)))
            .MinBy(form => command.Entities.Keys.Count(slot => !Says(form, slot)));
        if (form is null)
        {
            return null;
        }

        var first = form.Takes.FirstOrDefault(slot => slot == "issue_id" && command.Entities.ContainsKey(slot));
        var parts = command.Entities
            .Where(entity => entity.Key != first && !form.Sets.ContainsKey(entity.Key))
            .Select(entity => Flag(intent, form, entity.Key, entity.Value))
            .OfType<string>();

        return string.Join(' ', [$"/{form.Names[0]}", .. first is null ? Array.Empty<string>() : [Quoted(command.Entities[first])], .. parts]);
    }

    private static bool Says(CommandForm form, string slot) =>
        form.Sets.ContainsKey(slot) || form.Flags.Any(flag => flag.Value == slot) || (slot == "issue_id" && form.Takes.Contains(slot));

    private static string? Flag(IntentDefinition intent, CommandForm form, string slot, object value)
    {
        var flag = form.Flags.FirstOrDefault(flag => flag.Value == slot).Key;
        if (flag is null)
        {
            return null;
        }

        return intent.Slots.TryGetValue(slot, out var definition) && definition.Kind == "flag"
            ? value is true ? "--" + flag : null
            : $"--{flag}={Quoted(value)}";
    }

    private static string Quoted(object value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

        return text.Contains(' ', StringComparison.Ordinal)
            ? $"\"{text.Replace("\"", "", StringComparison.Ordinal)}\""
            : text.Replace("\"", "", StringComparison.Ordinal);
    }
}
