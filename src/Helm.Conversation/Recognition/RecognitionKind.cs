namespace Helm.Conversation.Recognition;

/// <summary>The families of entities that can be recognised in a text.</summary>
public enum RecognitionKind
{
    Number,
    Ordinal,
    Percentage,
    Boolean,
    DateTime,
}
