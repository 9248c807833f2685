using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Helm.Conversation.Dialogs;

/// <summary>One file of <c>dialogs/</c> as written: an intent and its wordings by name.</summary>
internal sealed class DialogFile
{
    private static readonly IDeserializer Yaml =
        new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().Build();

    public string Intent { get; init; } = "";

    public Dictionary<string, WordingFile> Answers { get; init; } = [];

    /// <summary>Snippets that any wording may take in: <c>{{> name}}</c>.</summary>
    public Dictionary<string, string> Partials { get; init; } = [];

    public static T Read<T>(string path)
        where T : class, new()
    {
        try
        {
            return Yaml.Deserialize<T?>(File.ReadAllText(path)) ?? new T();
        }
        catch (YamlException wrong)
        {
            throw new DialogException(
                $"{Path.GetFileName(path)}, line {wrong.Start.Line}: {wrong.InnerException?.Message ?? wrong.Message}", wrong);
        }
    }
}

/// <summary>One wording: what is read, what is said where it differs, and the card.</summary>
internal sealed class WordingFile
{
    public string Text { get; init; } = "";

    /// <summary>The text's template, told for the ear, when there is no other.</summary>
    public string? Speech { get; init; }

    public CardFile? Card { get; init; }

    /// <summary>What one may say next; those that come out empty are left out.</summary>
    public List<string> Suggestions { get; init; } = [];
}

/// <summary>A card whose every string is a template.</summary>
internal sealed class CardFile
{
    public string Title { get; init; } = "";

    public string Subtitle { get; init; } = "";

    public string Tone { get; init; } = "default";

    public List<SectionFile> Sections { get; init; } = [];

    public List<ActionFile> Actions { get; init; } = [];
}

/// <summary>A section; with <c>each</c> one for every item of that list.</summary>
internal sealed class SectionFile
{
    public string? Each { get; init; }

    public string Title { get; init; } = "";

    public List<string> Lines { get; init; } = [];

    public List<FactFile> Facts { get; init; } = [];
}

/// <summary>A labelled value; left out when the value comes out empty.</summary>
internal sealed class FactFile
{
    public string Label { get; init; } = "";

    public string Value { get; init; } = "";
}

/// <summary>A button, or with <c>each</c> one for every item of that list; left out when its title comes out empty.</summary>
internal sealed class ActionFile
{
    public string? Each { get; init; }

    public string Title { get; init; } = "";

    public string Says { get; init; } = "";
}
